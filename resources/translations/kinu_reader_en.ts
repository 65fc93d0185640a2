<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BatchBar</name>
    <message numerus="yes">
        <source>Apply to %n brief(s)</source>
        <translation>
            <numerusform>Apply to %n brief</numerusform>
            <numerusform>Apply to %n briefs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Bookmarking</name>
    <message numerus="yes">
        <source>%n bookmark(s) brought in from this PDF</source>
        <translation>
            <numerusform>%n bookmark brought in from this PDF</numerusform>
            <numerusform>%n bookmarks brought in from this PDF</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookmarksPanel</name>
    <message numerus="yes">
        <source>%n bookmark(s)</source>
        <translation>
            <numerusform>%n bookmark</numerusform>
            <numerusform>%n bookmarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n briefs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BriefsPanel</name>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n briefs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckDialog</name>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n problem found</numerusform>
            <numerusform>%n problems found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Citing</name>
    <message numerus="yes">
        <source>%n reference(s) copied</source>
        <translation>
            <numerusform>%n reference copied</numerusform>
            <numerusform>%n references copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n citation(s) copied</source>
        <translation>
            <numerusform>%n citation copied</numerusform>
            <numerusform>%n citations copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation(s) copied</source>
        <translation>
            <numerusform>%n quotation copied</numerusform>
            <numerusform>%n quotations copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked copies written to {}</source>
        <translation>
            <numerusform>%n marked copies written to {}</numerusform>
            <numerusform>%n marked copies written to {}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s) cannot be copied</source>
        <translation>
            <numerusform>%n brief cannot be copied</numerusform>
            <numerusform>%n briefs cannot be copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bookmark(s) found no page</source>
        <translation>
            <numerusform>%n bookmark found no page</numerusform>
            <numerusform>%n bookmarks found no page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>%n former version(s)</source>
        <translation>
            <numerusform>%n former version</numerusform>
            <numerusform>%n former versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bookmarks here (%n)</source>
        <translation>
            <numerusform>Bookmarks here (%n)</numerusform>
            <numerusform>Bookmarks here (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferencesDialog</name>
    <message numerus="yes">
        <source>Change %n brief(s)</source>
        <translation>
            <numerusform>Change %n brief</numerusform>
            <numerusform>Change %n briefs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>%n to be checked</source>
        <translation>
            <numerusform>%n to be checked</numerusform>
            <numerusform>%n to be checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s) added</source>
        <translation>
            <numerusform>%n brief added</numerusform>
            <numerusform>%n briefs added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the archive</source>
        <translation>
            <numerusform>%n already in the archive</numerusform>
            <numerusform>%n already in the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new version(s)</source>
        <translation>
            <numerusform>%n new version</numerusform>
            <numerusform>%n new versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n could not be read</numerusform>
            <numerusform>%n could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetadataDialog</name>
    <message numerus="yes">
        <source>%n record(s) in the file.</source>
        <translation>
            <numerusform>%n record in the file.</numerusform>
            <numerusform>%n records in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them say nothing new.</source>
        <translation>
            <numerusform>%n of them say nothing new.</numerusform>
            <numerusform>%n of them say nothing new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of no brief here</source>
        <translation>
            <numerusform>%n record of no brief here</numerusform>
            <numerusform>%n records of no brief here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n brief(s)</source>
        <translation>
            <numerusform>Change %n brief</numerusform>
            <numerusform>Change %n briefs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n briefs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Noticing</name>
    <message numerus="yes">
        <source>%n brief(s) moved to the bin</source>
        <translation>
            <numerusform>%n brief moved to the bin</numerusform>
            <numerusform>%n briefs moved to the bin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receiving</name>
    <message numerus="yes">
        <source>%n bookmark(s) added.</source>
        <translation>
            <numerusform>%n bookmark added.</numerusform>
            <numerusform>%n bookmarks added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n were here already.</numerusform>
            <numerusform>%n were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n belong to briefs that are not here.</source>
        <translation>
            <numerusform>%n belong to briefs that are not here.</numerusform>
            <numerusform>%n belong to briefs that are not here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be understood.</source>
        <translation>
            <numerusform>%n could not be understood.</numerusform>
            <numerusform>%n could not be understood.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message numerus="yes">
        <source>%n file(s) could not be read again.</source>
        <translation>
            <numerusform>%n file could not be read again.</numerusform>
            <numerusform>%n files could not be read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would say something else.</source>
        <translation>
            <numerusform>%n record would say something else.</numerusform>
            <numerusform>%n records would say something else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message numerus="yes">
        <source>%n more passage(s)</source>
        <translation>
            <numerusform>%n more passage</numerusform>
            <numerusform>%n more passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n briefs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s) have pages that a search cannot see</source>
        <translation>
            <numerusform>%n brief has pages that a search cannot see</numerusform>
            <numerusform>%n briefs have pages that a search cannot see</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n briefs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n</source>
        <translation>
            <numerusform>Accept %n</numerusform>
            <numerusform>Accept %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept all “fair” (%n)</source>
        <translation>
            <numerusform>Accept all “fair” (%n)</numerusform>
            <numerusform>Accept all “fair” (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesPanel</name>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n briefs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy list of missing (%n)</source>
        <translation>
            <numerusform>Copy list of missing (%n)</numerusform>
            <numerusform>Copy list of missing (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) held more than once</source>
        <translation>
            <numerusform>%n number held more than once</numerusform>
            <numerusform>%n numbers held more than once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n brief(s) stay, for you keep bookmarks in them.</source>
        <translation>
            <numerusform>%n brief stay, for you keep bookmarks in them.</numerusform>
            <numerusform>%n briefs stay, for you keep bookmarks in them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message numerus="yes">
        <source>%n brief(s)</source>
        <translation>
            <numerusform>%n brief</numerusform>
            <numerusform>%n briefs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s)</source>
        <translation>
            <numerusform>%n passage</numerusform>
            <numerusform>%n passages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StyleDialog</name>
    <message numerus="yes">
        <source>%n style(s)</source>
        <translation>
            <numerusform>%n style</numerusform>
            <numerusform>%n styles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message numerus="yes">
        <source>%n original file(s) are gone or changed and not in it.</source>
        <translation>
            <numerusform>%n original file are gone or changed and not in it.</numerusform>
            <numerusform>%n original files are gone or changed and not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>⋯ %n paragraph(s) unchanged</source>
        <translation>
            <numerusform>⋯ %n paragraph unchanged</numerusform>
            <numerusform>⋯ %n paragraphs unchanged</numerusform>
        </translation>
    </message>
</context>
</TS>

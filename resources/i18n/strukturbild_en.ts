<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="sv">
<context>
    <name>strukturbild</name>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>ett objekt</source>
        <translation>an item</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_links.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>ett mål</source>
        <translation>a goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Inget är ritat</source>
        <translation>Nothing is drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Ritat, men inget mål</source>
        <translation>Drawn, but no goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Mål, men ingen text</source>
        <translation>Goals, but no text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Objekt, mål och text</source>
        <translation>Objects, goals and text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>{n} stödjer</source>
        <translation>{n} support</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>{n} motverkar</source>
        <translation>{n} work against</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>{n} neutrala</source>
        <translation>{n} neutral</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>summa av bidragen {summa}</source>
        <translation>sum of the contributions {summa}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>med målets vikt {summa}</source>
        <translation>with the goal's weight {summa}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Svenska kommuner</source>
        <translation>Swedish municipalities</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Mål och svenska kommuner</source>
        <translation>Goals and Swedish municipalities</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Mål och klasser</source>
        <translation>Goals and classes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Mål och objekt</source>
        <translation>Goals and objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Mål och kommuner</source>
        <translation>Goals and municipalities</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Mål utan plats</source>
        <translation>Goals without a place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Objekt utan mål</source>
        <translation>Objects without a goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Kommuner</source>
        <translation>Municipalities</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Landsbygder</source>
        <translation>Countryside</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Flera regioners mål</source>
        <translation>Goals of several regions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_table.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Målsamling</source>
        <translation>Goal set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_table.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Kod</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/locator_filter.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_table.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <location filename="../../strukturbild_plugin/store/templates/package_goals.py"/>
        <source>Mål</source>
        <translation>Goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Vikt</source>
        <translation>Weight</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Stödjer</source>
        <translation>Supports</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Motverkar</source>
        <translation>Works against</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Neutral</source>
        <translation>Neutral</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/locator_filter.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Bild</source>
        <translation>Picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/many_form.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Klass</source>
        <translation>Class</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/options/author_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Landsbygd</source>
        <translation>Countryside</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Objekt</source>
        <translation>Object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Objekt med mål</source>
        <translation>Objects with a goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Objekt med text</source>
        <translation>Objects with text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <source>Vad som saknas</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/coverage_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/note_texts.py"/>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <location filename="../../strukturbild_plugin/workshop/copy_files/bad_rows.py"/>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>utan namn</source>
        <translation>no name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Målkonflikt</source>
        <translation>Goal conflict</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Synergi</source>
        <translation>Synergy</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Stråk och grönt samband korsas</source>
        <translation>Corridor and green link cross</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Fråga</source>
        <translation>Question</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Öppen</source>
        <translation>Open</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Hanterad</source>
        <translation>Handled</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Accepterad</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Objekten är ritade i stora drag. Att de överlappar är inget bevis på en konflikt, utan en fråga.</source>
        <translation>The objects are drawn in broad strokes. That they overlap is no proof of a conflict, but a question.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>{kinds}: de första {most} av varje är med, det finns fler. Välj en målsamling i taget för att se dem.</source>
        <translation>{kinds}: the first {most} of each are included; there are more. Choose one goal set at a time to see them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Finns inte längre på kartan</source>
        <translation>No longer on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Det ena stödjer och det andra motverkar samma mål</source>
        <translation>One supports and the other works against the same goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Båda stödjer samma mål</source>
        <translation>Both support the same goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Objektet stödjer det ena och motverkar det andra, eller målen motverkar varandra</source>
        <translation>The object supports one and works against the other, or the goals work against each other</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Målen är bedömda som att de motverkar varandra</source>
        <translation>The goals are judged to work against each other</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Målen är bedömda som att de främjar varandra</source>
        <translation>The goals are judged to further each other</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_view.py"/>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Slag</source>
        <translation>Kind</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <source>Var</source>
        <translation>Where</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_view.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_view.py"/>
        <source>Ansvarig</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_view.py"/>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Anmärkning</source>
        <translation>Remark</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/goal_questions.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Frågor att hantera</source>
        <translation>Questions to deal with</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Går inte att skilja åt</source>
        <translation>Indivisible</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Förstärker</source>
        <translation>Reinforces</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Underlättar</source>
        <translation>Enables</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Påverkar inte</source>
        <translation>No influence</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Begränsar</source>
        <translation>Constrains</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Omöjliggör</source>
        <translation>Cancels</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Inte bedömt</source>
        <translation>Not assessed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Påverkar andra {ut}, i två steg {två}.</source>
        <translation>On others {ut}, in two steps {två}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Påverkas {in_}.</source>
        <translation>From others {in_}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Påverkan på andra är inte bedömd.</source>
        <translation>Influence on others is not assessed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Påverkan från andra är inte bedömd.</source>
        <translation>Influence from others is not assessed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Mest mot {mål}: {värde}.</source>
        <translation>Most against {mål}: {värde}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Från mål</source>
        <translation>From goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Till mål</source>
        <translation>To goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Påverkan</source>
        <translation>Influence</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>I ord</source>
        <translation>In words</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Motivering</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>Grupp</source>
        <translation>Group</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <source>När</source>
        <translation>When</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/influence_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Mål mot mål</source>
        <translation>Goals against goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/meeting_distances.py"/>
        <source>{km} km från {klasser}</source>
        <translation>{km} km from {klasser}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/meeting_distances.py"/>
        <source>Som nära räknas {avstand}. Avstånden är insticksprogrammets val.</source>
        <translation>Near means {avstand}. The distances are the plugin's own choice.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <source>Del</source>
        <translation>Part</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/tabs.py"/>
        <source>Innehåll</source>
        <translation>Content</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Antal objekt</source>
        <translation>Number of objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Nya</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <source>Ändrade</source>
        <translation>Changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <source>Borttagna</source>
        <translation>Removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <source>{vad} mot {bild}</source>
        <translation>{vad} against {bild}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Frågor</source>
        <translation>Questions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/analysis/scenario_comparison.py"/>
        <source>Jämförda bilder</source>
        <translation>Pictures compared</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/bundled.py"/>
        <source>Programbiblioteket pypdf saknas, så PDF-filer kan inte göras. Installera om insticksprogrammet från zip-filen.</source>
        <translation>The library pypdf is missing, so PDF files cannot be made. Install the plugin again from its zip file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_data.py"/>
        <source>Grundkartans lager {table} kunde inte öppnas. Installera om insticksprogrammet.</source>
        <translation>The base map layer {table} could not be opened. Install the plugin again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_data.py"/>
        <source>Grundkartan kunde inte kopieras. Finns det plats på disken?</source>
        <translation>The base map could not be copied. Is there room on the disk?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_data.py"/>
        <source>Grundkartan saknas ({path}). Installera om insticksprogrammet, eller kör make base i källkoden.</source>
        <translation>The base map is missing ({path}). Install the plugin again, or run make base in the source tree.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Namn på grannländernas regioner</source>
        <translation>Names of the neighbours' regions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Länens namn</source>
        <translation>Names of counties</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Grannländernas namn</source>
        <translation>Names of neighbouring countries</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Riksgränser</source>
        <translation>National borders</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Valda läns gränser</source>
        <translation>Borders of the chosen counties</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Valda län, kant</source>
        <translation>Edge of the chosen counties</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Valda områden i grannländerna, kant</source>
        <translation>Chosen areas in the neighbouring countries, edge</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Länsgränser</source>
        <translation>County borders</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Grannländernas regioner</source>
        <translation>Regions of neighbouring countries</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Sjöar</source>
        <translation>Lakes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Valda län</source>
        <translation>Chosen counties</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Valda områden i grannländerna</source>
        <translation>Chosen areas in the neighbouring countries</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Grannländer</source>
        <translation>Neighbouring countries</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Land</source>
        <translation>Land</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <source>Hav</source>
        <translation>Sea</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/base_layers.py"/>
        <location filename="../../strukturbild_plugin/gui/session/open_document.py"/>
        <source>Kommunernas namn</source>
        <translation>Names of municipalities</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/town_layers.py"/>
        <source>Större orter utanför</source>
        <translation>Larger places outside</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/basemap/town_layers.py"/>
        <location filename="../../strukturbild_plugin/gui/session/open_document.py"/>
        <source>Orter</source>
        <translation>Towns</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>Visningssättet {name} kan inte användas. Välj enkel symbol, kategorier, gradering eller regler.</source>
        <translation>The renderer {name} cannot be used. Choose single symbol, categories, graduated or rules.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>Använd ett punktmönster eller en jämn fyllning.</source>
        <translation>Use a point pattern or a plain fill.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>Symbollagret ”{name}” blir en bild i tryck eller kan inte användas här.</source>
        <translation>The symbol layer “{name}” becomes a picture in print or cannot be used here.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>En markör är en bokstav ur typsnittet {name}, som inte följer med. Välj {family}.</source>
        <translation>A marker is a letter from the typeface {name}, which is not included. Choose {family}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>SVG-bilden {name} finns inte, är för stor eller hänvisar till annat.</source>
        <translation>The SVG picture {name} is missing, too large or refers to something else.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>toning</source>
        <translation>gradient</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>toning från kanten</source>
        <translation>shapeburst</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>linjemönster</source>
        <translation>line pattern</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>SVG-fyllning</source>
        <translation>SVG fill</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>bildfyllning</source>
        <translation>raster fill</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>bildmarkör</source>
        <translation>raster marker</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>rörlig markör</source>
        <translation>animated marker</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>tonad linje</source>
        <translation>lineburst</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>bildlinje</source>
        <translation>raster line</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>mask</source>
        <translation>mask</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>i stilen</source>
        <translation>in the style</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>Lagrets genomskinlighet togs bort; den gör kartan till en bild. Lägg den i färgen i stället.</source>
        <translation>The opacity of the layer was removed; it turns the map into a picture. Put it in the colour instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>Blandningsläget togs bort; det gör kartan till en bild.</source>
        <translation>The blending mode was removed; it turns the map into a picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>Ritade effekter togs bort; de gör kartan till en bild.</source>
        <translation>Draw effects were removed; they turn the map into a picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>Etiketternas skugga togs bort; den gör kartan till en bild.</source>
        <translation>The shadow of the labels was removed; it turns the map into a picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>Etiketternas typsnitt {name} byttes mot {family}, som följer med kartan.</source>
        <translation>The typeface {name} of the labels was replaced by {family}, which comes with the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/print_rules.py"/>
        <source>SVG-bilden lades in i stilen, så att den finns på alla datorer.</source>
        <translation>The SVG picture was put inside the style, so that it is there on every computer.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/qml_style.py"/>
        <source>Stilen har inga symboler som QGIS kan läsa.</source>
        <translation>The style has no symbols that QGIS can read.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/qml_style.py"/>
        <source>Någon av symbolerna blir en bild när kartan trycks. Välj en symbol av linjer och ytor.</source>
        <translation>One of the symbols becomes a picture when the map is printed. Choose a symbol of lines and areas.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/custom_styles/qml_style.py"/>
        <source>Lagrets stil kan inte användas i symboluppsättningen.</source>
        <translation>The style of the layer cannot be used in the symbol set.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layer_style.py"/>
        <source>Lagret {code} finns inte i katalogen och kan inte få någon stil.</source>
        <translation>The layer {code} is not in the catalogue and cannot be styled.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layer_style.py"/>
        <source>Okänd klass</source>
        <translation>Unknown class</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layer_style.py"/>
        <source>Roller</source>
        <translation>Roles</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layout/arrange.py"/>
        <source>Texterna får inte plats på {paper}. Välj ett större papper eller korta titel och beskrivning.</source>
        <translation>The texts do not fit on {paper}. Choose a larger paper or shorten title and description.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layout/compose.py"/>
        <source>Kartan har inget område att visa. Kontrollera att strukturbilden har en avgränsning.</source>
        <translation>The map has no area to show. Check that the strukturbild has an outline.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layout/layout_ids.py"/>
        <source>Layouten {namn} kan inte användas. {varfor}</source>
        <translation>The layout {namn} cannot be used. {varfor}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layout/layout_ids.py"/>
        <source>Layouten saknar {delar}. Öppna den i QGIS layouthanterare, markera objektet som ska vara det och skriv namnet i fältet Id under Elementegenskaper.</source>
        <translation>The layout lacks {delar}. Open it in the layout manager of QGIS, select the item that is to be it and write the name in the field Id under Item Properties.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layout/logos.py"/>
        <source>Logotypen {name} ritas utan {parts}. Gör om allt i den till kurvor (konturer) i ritprogrammet, eller spara den som PNG, och läs in den igen.</source>
        <translation>The logo {name} is drawn without {parts}. Convert everything in it to paths (outlines) in the drawing program, or save it as PNG, and read it in again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layout/logos.py"/>
        <source>Logotypen {name} ska vara en SVG- eller PNG-fil.</source>
        <translation>The logo {name} must be an SVG or PNG file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layout/logos.py"/>
        <source>Logotypen {name} kan inte användas. {why}</source>
        <translation>The logo {name} cannot be used. {why}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/layout/logos.py"/>
        <source>{why} Kartbladen görs utan den.</source>
        <translation>{why} The map sheets are made without it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/qgis_style_xml.py"/>
        <location filename="../../strukturbild_plugin/export/sheets/agreement_sheet.py"/>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>Filen {path} kunde inte skrivas: {reason}. Välj en annan plats.</source>
        <translation>The file {path} could not be written: {reason}. Choose another place.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>Accentfärgen {colour} går inte att läsa på papperet och trycks som {made}.</source>
        <translation>The accent colour {colour} cannot be read on paper and is printed as {made}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>Färgen för {what}, {colour}, är för ljus för att synas på papper (kontrast {ratio:.1f}, minst {least:.0f} behövs) och ritas som {made}.</source>
        <translation>The colour for {what}, {colour}, is too light to be seen on paper (contrast {ratio:.1f}, at least {least:.0f} is needed) and is drawn as {made}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>Färgen för {what}, {colour}, är för ljus för text. Namnen skrivs med {made}.</source>
        <translation>The colour for {what}, {colour}, is too light for text. Names are written in {made}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>bebyggelse</source>
        <translation>settlement</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>kommunikationer</source>
        <translation>transport and links</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>grön och blå struktur</source>
        <translation>green and blue structure</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>annan struktur</source>
        <translation>other structure</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>Färgerna för {one} och {other} är svåra att skilja åt. Välj en annan av dem.</source>
        <translation>The colours for {one} and {other} are hard to tell apart. Choose another for one of them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>Färgerna för {one} och {other} är svåra att skilja åt för en färgblind.</source>
        <translation>The colours for {one} and {other} are hard to tell apart for colour-blind readers.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/apply_profile.py"/>
        <source>Typsnittet {family} finns inte på den här datorn, så texten sätts i {instead}. Installera typsnittet och öppna strukturbilden på nytt.</source>
        <translation>The typeface {family} is not on this computer, so text is set in {instead}. Install the typeface and open the strukturbild again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/profile.py"/>
        <source>Profilen {path} kan inte användas.</source>
        <translation>The profile {path} cannot be used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/profile.py"/>
        <source>ett filnamn som region-namn.svg eller .png</source>
        <translation>a file name such as region-name.svg or .png</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/profile.py"/>
        <source>'{key}' ska vara en enda rad utan tecken som inte syns.</source>
        <translation>'{key}' should be a single line without invisible characters.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/profile.py"/>
        <source>'{key}' har fler än {most} ord. Ta bort några.</source>
        <translation>'{key}' has more than {most} words. Remove some.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/rename_catalogue.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>klassen</source>
        <translation>the class</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/rename_catalogue.py"/>
        <source>attributet</source>
        <translation>the attribute</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/rename_catalogue.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>strukturen</source>
        <translation>the structure</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/rename_catalogue.py"/>
        <source>värdet</source>
        <translation>the value</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/rename_catalogue.py"/>
        <source>Ordet ”{word}” används inte: {what} {kod} finns inte i den här strukturbilden.</source>
        <translation>The word “{word}” is not used: {what} {kod} is not in this strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_library.py"/>
        <source>Symboluppsättningen {kod} finns inte. De som finns är: {known}.</source>
        <translation>There is no symbol set {kod}. Those there are: {known}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_library.py"/>
        <source>Symboluppsättningen {path} kunde inte läsas: {error}</source>
        <translation>The symbol set {path} could not be read: {error}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_reader.py"/>
        <source>Symboluppsättningen {path} kan inte användas.</source>
        <translation>The symbol set {path} cannot be used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_reader.py"/>
        <source>'{name}' saknas; den är vad klasser utan eget recept ritas med.</source>
        <translation>'{name}' is missing; it is what classes without a recipe of their own are drawn with.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_reader.py"/>
        <source>färg</source>
        <translation>colour</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_reader.py"/>
        <source>små bokstäver a–z, siffror, - och _</source>
        <translation>lower-case letters a–z, digits, - and _</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_reader.py"/>
        <source>recept</source>
        <translation>recipe</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_reader.py"/>
        <source>'monster' ska vara par av streck och mellanrum i mm, som [2.2, 1.2].</source>
        <translation>'monster' should be pairs of dash and gap in mm, such as [2.2, 1.2].</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/symbol_sets/symbol_set_reader.py"/>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <location filename="../../strukturbild_plugin/catalogue/steps.py"/>
        <source>nivå</source>
        <translation>level</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/typography/fonts.py"/>
        <source>Typsnittet {path} kunde inte läsas. Installera om insticksprogrammet.</source>
        <translation>The typeface {path} could not be read. Install the plugin again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/typography/fonts.py"/>
        <source>Typsnittet {family} saknas i {folder}. Installera om insticksprogrammet.</source>
        <translation>The typeface {family} is missing from {folder}. Install the plugin again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/typography/page.py"/>
        <source>{paper} liggande</source>
        <translation>{paper} landscape</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/typography/page.py"/>
        <source>{paper} stående</source>
        <translation>{paper} portrait</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/typography/page.py"/>
        <source>Roll-up, 850 × 2000 mm</source>
        <translation>Roll-up, 850 × 2000 mm</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/typography/page.py"/>
        <source>Bildspel, 16:9</source>
        <translation>Slide, 16:9</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/cartography/typography/page.py"/>
        <source>Pappret {paper} finns inte. Välj något av {known}, eller ange bredd och höjd i millimeter, till exempel 700x1000 (148 till 5000).</source>
        <translation>There is no paper {paper}. Choose one of {known}, or give width and height in millimetres, for example 700x1000 (148 to 5000).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>Koden är redan använd i {place}. Välj en annan kod.</source>
        <translation>The code is already used in {place}. Choose another code.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>struktur</source>
        <translation>structure</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>grupp</source>
        <translation>group</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>Värdelistan är tom. Skriv minst ett värde: kod: {sv: ..., en: ...}.</source>
        <translation>The value list is empty. Write at least one value: code: {sv: ..., en: ...}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>Listan kan inte få fler värden. Listor som kan det: {lists}.</source>
        <translation>The list cannot take more values. Lists that can: {lists}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>Värdet '{value}' finns redan i listan. Ta bort det eller välj en annan kod.</source>
        <translation>The value '{value}' is already in the list. Remove it or choose another code.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>attribut</source>
        <translation>attribute</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>Koden används av programmet självt. Välj en annan kod.</source>
        <translation>The code is used by the program itself. Choose another code.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>'lista' hör bara till typerna val och flerval, men typen är {typ}. Ta bort raden eller ändra typen.</source>
        <translation>'lista' belongs only to the types val and flerval, but the type is {typ}. Remove the line or change the type.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>lager</source>
        <translation>layer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>klass</source>
        <translation>class</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>Klassen behöver minst en geometri: {kinds}.</source>
        <translation>The class needs at least one geometry: {kinds}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>lista</source>
        <translation>list</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>värde</source>
        <translation>value</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>katalogen som helhet</source>
        <translation>the catalogue as a whole</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>Värdelistan '{kod}' saknas.</source>
        <translation>The value list '{kod}' is missing.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>'{kod}' ska stå bland de gemensamma attributen.</source>
        <translation>'{kod}' must be one of the common attributes.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/assemble.py"/>
        <source>Det finns inga {name}.</source>
        <translation>There are no {name}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/glossary.py"/>
        <source>Ordlistan har fel och används inte. Rätta det här:</source>
        <translation>The glossary has faults and is not used. Mend this:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/glossary.py"/>
        <source>ord</source>
        <translation>word</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/glossary.py"/>
        <source>Formen '{form}' hör redan till ordet '{word}'. Ta bort den på ett av ställena.</source>
        <translation>The form '{form}' already belongs to the word '{word}'. Remove it in one of the places.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/glossary.py"/>
        <source>'se' nämner '{value}', som inte finns. {help}</source>
        <translation>'se' names '{value}', which does not exist. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>Katalogen över vad som kan ritas har fel och används inte. Rätta det här:</source>
        <translation>The catalogue of what can be drawn has faults and is not used. Mend this:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>Lagret finns inte i programmet med den geometrin. Tillåtna lager: {layers}.</source>
        <translation>The program has no such layer with that geometry. Allowed layers: {layers}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>lager '{kod}'</source>
        <translation>layer '{kod}'</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>Listan får inte ha andra värden än programmets: {values}.</source>
        <translation>The list may have no other values than the program's: {values}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>lista '{kod}'</source>
        <translation>list '{kod}'</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>Attributet finns i programmet med typen {typ} och måste ha den.</source>
        <translation>The program has this attribute with the type {typ}, and it must keep it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>attribut '{kod}'</source>
        <translation>attribute '{kod}'</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>Katalogen hittades inte i mappen {folder}. Installera om insticksprogrammet.</source>
        <translation>The catalogue was not found in the folder {folder}. Install the plugin again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/load.py"/>
        <source>Mappen har fler än {n} katalogfiler.</source>
        <translation>The folder has more than {n} catalogue files.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <location filename="../../strukturbild_plugin/yaml_reader/yaml_file.py"/>
        <source>Filen finns inte eller går inte att läsa.</source>
        <translation>The file does not exist or cannot be read.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Filen är större än {n} MB. En mall är mycket mindre än så.</source>
        <translation>The file is larger than {n} MB. A template is much smaller than that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Filen är skadad eller är ingen mall. Be om en ny kopia från den som delade den.</source>
        <translation>The file is damaged or is no template. Ask whoever shared it for a new copy.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Mallen har {n} delar; den får ha högst {most}.</source>
        <translation>The template has {n} parts; it may have {most} at most.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Delen är skadad. Be om en ny kopia av mallen.</source>
        <translation>The part is damaged. Ask for a new copy of the template.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Delen är en länk och ingen fil. En mall får bara ha vanliga filer.</source>
        <translation>The part is a link and not a file. A template may only have plain files.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Det här får inte finnas i en mall. {help}</source>
        <translation>This may not be in a template. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Delen är låst med lösenord eller packad på ett sätt som inte går att läsa.</source>
        <translation>The part is locked with a password or packed in a way that cannot be read.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Delen har misstänkt hög komprimering. Mallen läses inte in.</source>
        <translation>The part is compressed to a suspicious degree. The template is not read in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Delen anger en plats utanför mallens mapp. Mallen läses inte in.</source>
        <translation>The part names a place outside the folder of the template. The template is not read in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Delens namn har tecken som inte syns.</source>
        <translation>The name of the part has characters that cannot be seen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Delens namn börjar eller slutar på punkt eller mellanslag.</source>
        <translation>The name of the part begins or ends with a full stop or a space.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Två delar har samma namn: {one} och {other}.</source>
        <translation>Two parts have the same name: {one} and {other}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Delen är för stor: högst {one} MB var och {all} MB tillsammans.</source>
        <translation>The part is too large: {one} MB each at most, and {all} MB together.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/package_file.py"/>
        <source>Det som får finnas är {kinds}.</source>
        <translation>What may be there is {kinds}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/packs.py"/>
        <source>Tilläggen till katalogen har fel och används inte. Rätta det här:</source>
        <translation>The packs for the catalogue have faults and are not used. Correct these:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/packs.py"/>
        <source>Det finns inget tillägg med koden '{kod}'. {help}</source>
        <translation>There is no pack with the code '{kod}'. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/plan_standard_files.py"/>
        <source>Översättningarna har fel:</source>
        <translation>The translations have faults:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/plan_standard_files.py"/>
        <source>Strukturbilden anger översättningen ”{namn}”, som inte finns på den här datorn, så objekten får inga ord ur den. Lägg filen i mappen strukturbild/oversattning i QGIS profil, eller välj någon av {koder}.</source>
        <translation>The strukturbild names the translation “{namn}”, which is not on this computer, so the objects get no words from it. Put the file in the folder strukturbild/oversattning of the QGIS profile, or choose one of {koder}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/plan_standard_files.py"/>
        <source>Filen läses inte. Döp om den så att namnet slutar på .yaml.</source>
        <translation>The file is not read. Rename it so that its name ends in .yaml.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/plan_standard_files.py"/>
        <source>kategori</source>
        <translation>category</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/plan_standard_files.py"/>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>en webbadress som https://...</source>
        <translation>a web address such as https://...</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/plan_standard_files.py"/>
        <source>"ÅÅÅÅ-MM-DD"</source>
        <translation>"YYYY-MM-DD"</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/plan_standard_files.py"/>
        <source>ja, om orden är standardens egna, eller nej, om de är vårt förslag</source>
        <translation>ja if the words are the standard's own, or nej if they are our proposal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/steps.py"/>
        <source>Stegen har fel. Rätta det här:</source>
        <translation>The steps have faults. Mend this:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/steps.py"/>
        <source>Ett annat steg har redan koden '{kod}'. Välj en annan.</source>
        <translation>Another step already has the code '{kod}'. Choose another one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/steps.py"/>
        <source>en regel som T01</source>
        <translation>a rule such as T01</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/steps.py"/>
        <source>Samverkanstrappan har fel. Rätta det här:</source>
        <translation>The ladder of collaboration has faults. Mend this:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/steps.py"/>
        <source>fråga</source>
        <translation>question</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/steps.py"/>
        <source>Ett steg har {least} till {most} frågor under 'fragor', men här står {n}.</source>
        <translation>A step has {least} to {most} questions under 'fragor', but here are {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/table_rows.py"/>
        <source>Katalogtabellerna i strukturbilden har fel. Rätta raderna eller öppna en äldre kopia:</source>
        <translation>The catalogue tables of the strukturbild have faults. Mend the rows or open an older copy:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/table_rows.py"/>
        <source>tabellen {name}</source>
        <translation>table {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/table_rows.py"/>
        <source>Rader hör till klassen '{kod}', som inte finns.</source>
        <translation>Rows belong to the class '{kod}', which does not exist.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/table_rows.py"/>
        <source>Koden '{kod}' finns på två rader.</source>
        <translation>The code '{kod}' stands on two rows.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>Det finns ingen mall som kan användas.</source>
        <translation>There is no template that can be used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>Det finns ingen mall med koden '{kod}'. {help}</source>
        <translation>There is no template with the code '{kod}'. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>Mallen har fel och används inte. Rätta det här:</source>
        <translation>The template has faults and is not used. Mend this:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>En annan mall har redan koden '{kod}'. Välj en annan.</source>
        <translation>Another template already has the code '{kod}'. Choose another one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>en länskod som 17</source>
        <translation>a county code such as 17</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>bild</source>
        <translation>picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>Mallen behöver minst en bild under 'bilder'.</source>
        <translation>The template needs at least one picture under 'bilder'.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>steg</source>
        <translation>step</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>Det finns inget gemensamt steg '{kod}', och steget är inte beskrivet här. {help}</source>
        <translation>There is no common step '{kod}', and the step is not described here. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/catalogue/template.py"/>
        <source>Klassen '{kod}' finns inte i något steg och kan då inte ritas. Nämn den i ett.</source>
        <translation>The class '{kod}' is in no step and so cannot be drawn. Name it in one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/engine/check_context.py"/>
        <source>{slag} utan namn</source>
        <translation>{slag} without a name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/engine/check_context.py"/>
        <source>Objektet</source>
        <translation>The object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>{objekt} har klassen ”{klass}”, som inte finns i katalogen. Objektet ritas inte.</source>
        <translation>{objekt} has the class “{klass}”, which is not in the catalogue. The object is not drawn.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>Välj en klass som finns, eller lägg till klassen i strukturbilden.</source>
        <translation>Choose a class there is, or add the class to the strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>{objekt} ligger i lagret {lager}, där klassen inte hör hemma.</source>
        <translation>{objekt} is in the layer {lager}, where its class does not belong.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>Byt klass, eller rita om objektet i rätt lager.</source>
        <translation>Change the class, or draw the object again in the right layer.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>nivån</source>
        <translation>the level</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>undertypen</source>
        <translation>the subtype</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>statusen</source>
        <translation>the status</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>Byt ”{kod}” mot listans ”{namn}”</source>
        <translation>Replace “{kod}” with “{namn}” from the list</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>Töm nivån: klassen har inga nivåer</source>
        <translation>Empty the level: the class has no levels</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>{objekt} har {vad} ”{kod}”, som inte finns i katalogen.</source>
        <translation>{objekt} has {vad} “{kod}”, which is not in the catalogue.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>Lämna fältet tomt.</source>
        <translation>Leave the field empty.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/catalogue_rules.py"/>
        <source>Välj något av: {names}.</source>
        <translation>Choose one of: {names}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Skriv om texten utan dem</source>
        <translation>Write the text without them</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Skriv namnet ”{namn}”</source>
        <translation>Write the name “{namn}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>{objekt} har osynliga eller förväxlade tecken i ”{falt}”: {tecken}.</source>
        <translation>{objekt} has characters in “{falt}” that cannot be seen or stand for others: {tecken}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>Skriv om texten utan dem, så hittas och sorteras den som den ska.</source>
        <translation>Write the text without them, and it is found and sorted as it should be.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>{objekt} har tecken i ”{falt}” som kartans typsnitt {typsnitt} saknar: {tecken}.</source>
        <translation>{objekt} has characters in “{falt}” that the map's typeface {typsnitt} lacks: {tecken}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>Osynliga eller förväxlade tecken i {falt}: {tecken}.</source>
        <translation>Characters that cannot be seen or stand for others in {falt}: {tecken}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>Tecken i {falt} som kartans typsnitt {typsnitt} saknar: {tecken}.</source>
        <translation>Characters in {falt} that the map's typeface {typsnitt} lacks: {tecken}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>strukturbildens titel</source>
        <translation>the title of the structural picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>strukturbildens organisation</source>
        <translation>the organisation of the structural picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>strukturbildens beskrivning</source>
        <translation>the description of the structural picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>strukturbildens licens</source>
        <translation>the licence of the structural picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>strukturbildens spridningstillstånd</source>
        <translation>the permission to publish of the structural picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>strukturbildens diarienummer</source>
        <translation>the reference number of the structural picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>bilden ”{namn}”</source>
        <translation>the picture “{namn}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>målsamlingen ”{namn}”</source>
        <translation>the goal set “{namn}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>målet ”{namn}”</source>
        <translation>the goal “{namn}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/character_rules.py"/>
        <source>På kartan sätts de i ett annat typsnitt eller som en ruta. Byt ut dem om det stör.</source>
        <translation>On the map they are set in another typeface or as a box. Replace them if that is in the way.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>Sätt undertypen ”{namn}”</source>
        <translation>Set the subtype “{namn}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>{objekt} har nivån ”{niva}”, som bara gäller undertypen {namn}.</source>
        <translation>{objekt} has the level “{niva}”, which only the subtype {namn} has.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>Byt undertyp, eller ta bort nivån.</source>
        <translation>Change the subtype, or remove the level.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>Ta bort nivån ”{niva}”</source>
        <translation>Remove the level “{niva}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>Ta bort rollen {roller}</source>
        <translation>Remove the role {roller}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>Ta bort rollerna {roller}</source>
        <translation>Remove the roles {roller}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>{objekt} har en roll som inte passar klassen: {roller}.</source>
        <translation>{objekt} has a role that does not fit its class: {roller}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>{objekt} har roller som inte passar klassen: {roller}.</source>
        <translation>{objekt} has roles that do not fit its class: {roller}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/fitting_rules.py"/>
        <source>Ta bort det som inte passar, eller ge rollen till noden.</source>
        <translation>Remove what does not fit, or give the role to the node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>den är av ett annat slag än lagret, och ritas inte</source>
        <translation>it is of another kind than the layer, and is not drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>koordinaterna är inte tal, och den ritas inte</source>
        <translation>the coordinates are no numbers, and it is not drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>koordinaterna är för stora, och den ritas inte</source>
        <translation>the coordinates are too large, and it is not drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>{objekt} är inte ritad: geometrin är tom eller går inte att läsa, och objektet syns inte på kartan.</source>
        <translation>{objekt} is not drawn: its geometry is empty or cannot be read, and the object is not seen on the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Rita objektet på kartan, eller ta bort raden.</source>
        <translation>Draw the object on the map, or remove the row.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>linjen har ingen längd</source>
        <translation>the line has no length</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>ytan har ingen utbredning</source>
        <translation>the area has no extent</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>gränsen korsar sig själv</source>
        <translation>the outline crosses itself</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Laga gränsen där den korsar sig själv</source>
        <translation>Mend the outline where it crosses itself</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>{objekt} har en ogiltig geometri: {why}.</source>
        <translation>{objekt} has an invalid geometry: {why}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Rita om gränsen på det stället, eller låt QGIS verktyg ”Laga geometrier” göra det.</source>
        <translation>Redraw the outline in that place, or let the QGIS tool “Fix geometries” do it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>{objekt} ligger helt utanför strukturbildens område.</source>
        <translation>{objekt} lies wholly outside the area of the strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Flytta objektet, eller lägg till länet om grannens objekt ska vara med.</source>
        <translation>Move the object, or add the county if the neighbour's objects are to be included.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>{objekt} når mer än {km} km utanför området.</source>
        <translation>{objekt} reaches more than {km} km outside the area.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>troligen är det importerat eller inklistrat med fel koordinatsystem</source>
        <translation>it was probably imported or pasted in the wrong coordinate system</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>nord och öst har bytt plats</source>
        <translation>north and east have changed places</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>koordinaterna är i {system}, inte i EPSG:3006</source>
        <translation>the coordinates are in {system}, not in EPSG:3006</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>{why}, och nord och öst har bytt plats</source>
        <translation>{why}, and north and east have changed places</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Räkna om koordinaterna, så att objektet hamnar i området</source>
        <translation>Convert the coordinates so that the object lands in the area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>{objekt} ligger {km} km utanför strukturbildens område: {why}.</source>
        <translation>{objekt} lies {km} km outside the area of the strukturbild: {why}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Räkna om koordinaterna, eller ta bort objektet och importera det med rätt koordinatsystem.</source>
        <translation>Convert the coordinates, or remove the object and import it in the right coordinate system.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Ta bort {objekt}</source>
        <translation>Remove {objekt}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Ska {objekt} tas bort, med det som är skrivet om den och dess målkopplingar?</source>
        <translation>Remove {objekt}, with what is written about it and its goal links?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Skriv vart stråket fortsätter (”Mot” i början eller slutet), eller korta det.</source>
        <translation>Write where the corridor goes on (“Towards” at the start or the end), or shorten it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/geometry_rules.py"/>
        <source>Klipp objektet vid gränsen, eller lämna det om det är avsikten.</source>
        <translation>Clip the object at the border, or leave it if it is meant so.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/goal_rules.py"/>
        <source>Strukturbilden har inga mål att koppla objekten till.</source>
        <translation>The strukturbild has no goals to link the objects to.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/goal_rules.py"/>
        <source>Hämta regionens RUS ur målbiblioteket, eller importera mål från en tabell.</source>
        <translation>Take the region's RUS from the goal library, or import goals from a table.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/goal_rules.py"/>
        <source>Inget objekt bidrar till målet ”{mal}” ({samling}).</source>
        <translation>No object contributes to the goal “{mal}” ({samling}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/goal_rules.py"/>
        <source>Koppla de objekt som bidrar, eller redovisa att målet saknar stöd i bilden.</source>
        <translation>Link the objects that contribute, or report that the goal has no support in the picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/goal_rules.py"/>
        <source>{objekt} är inte kopplad till något mål.</source>
        <translation>{objekt} is not linked to any goal.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/goal_rules.py"/>
        <source>Välj vilket mål objektet bidrar till och skriv varför.</source>
        <translation>Choose which goal the object contributes to and write why.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/goal_rules.py"/>
        <source>{objekt} är kopplat till målet ”{mal}” ur {old}, som {new} har ersatt.</source>
        <translation>{objekt} is linked to the goal “{mal}” of {old}, which {new} has replaced.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/goal_rules.py"/>
        <source>Koppla objektet till ett mål i den nya versionen, och ta sedan bort den gamla kopplingen.</source>
        <translation>Link the object to a goal of the new version, and then remove the old link.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Lägg objektet i bilden ”{bild}”</source>
        <translation>Put the object in the picture “{bild}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>{objekt} hör till en bild som inte finns och kommer inte med på någon karta.</source>
        <translation>{objekt} belongs to a picture that does not exist and comes on no map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Välj vilken bild objektet hör till.</source>
        <translation>Choose which picture the object belongs to.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ge kopian ett eget id; mål och samband hör kvar till det som ritades först</source>
        <translation>Give the copy an id of its own; goals and connections stay with the one drawn first</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>{objekt} delar id med ett annat objekt (eller saknar id), så mål och samband kan hamna fel.</source>
        <translation>{objekt} shares its id with another object (or has none), so goals and links may end up wrong.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ta bort det ena objektet och rita det på nytt.</source>
        <translation>Remove one of the objects and draw it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>börjar</source>
        <translation>begins</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>slutar</source>
        <translation>ends</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>{objekt} saknar uppgift om vid vilken nod det {which}.</source>
        <translation>{objekt} does not say at which node it {which}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Välj noden i formuläret, så följer sambandet med i tabeller och analyser.</source>
        <translation>Choose the node in the form, and the link is part of tables and analyses.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>{objekt} {which} vid en nod som inte finns i bilden.</source>
        <translation>{objekt} {which} at a node that is not in the picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Välj en nod som finns, eller ta bort sambandet.</source>
        <translation>Choose a node there is, or remove the link.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ta bort hänvisningen till noden som saknas; linjen står kvar</source>
        <translation>Remove the reference to the missing node; the line stays</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>{objekt} räknar upp en nod som inte finns i bilden.</source>
        <translation>{objekt} lists a node that is not in the picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Välj stråkets noder på nytt i formuläret.</source>
        <translation>Choose the nodes of the corridor again in the form.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ta bort noden som inte finns ur stråkets noder; linjen ligger kvar</source>
        <translation>Strike the missing node from the corridor's nodes; the line stays</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>{objekt} hänvisar till ett ursprung som inte finns i strukturbilden.</source>
        <translation>{objekt} points to an origin that is not in the strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Koppla objektet till sin motsvarighet i den andra bilden, eller töm fältet.</source>
        <translation>Link the object to its counterpart in the other picture, or empty the field.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ta bort hänvisningen till ursprunget</source>
        <translation>Remove the reference to the origin</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ta bort målkopplingen</source>
        <translation>Remove the goal link</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>En målkoppling hör till ett objekt som inte finns ({kod}).</source>
        <translation>A goal link belongs to an object that does not exist ({kod}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ta bort kopplingen.</source>
        <translation>Remove the link.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>{objekt} är kopplad till ett mål som inte finns.</source>
        <translation>{objekt} is linked to a goal that does not exist.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ta bort kopplingen, eller hämta in målen på nytt.</source>
        <translation>Remove the link, or take in the goals again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Behåll en av kopplingarna, de är likadana</source>
        <translation>Keep one of the links, they are the same</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>{objekt} är kopplad två gånger till samma mål.</source>
        <translation>{objekt} is linked twice to the same goal.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Ta bort den ena kopplingen; annars går ändringarna inte att spara.</source>
        <translation>Remove one of the links; otherwise the changes cannot be saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/reference_rules.py"/>
        <source>Knyt änden till ”{nod}”, där den ligger</source>
        <translation>Tie the end to “{nod}”, where it lies</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/sheet_rules.py"/>
        <source>Titel, områden och villkor får inte plats på kartor i {papper}, så de kan inte göras.</source>
        <translation>The title, the areas and the terms do not fit on maps in {papper}, so these cannot be made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/sheet_rules.py"/>
        <source>Korta titel, licens, spridningstillstånd eller diarienummer, eller välj ett annat papper.</source>
        <translation>Shorten the title, licence, permission to publish or reference number, or choose another paper.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/sheet_rules.py"/>
        <source>Beskrivningen (syftet) är {antal} tecken lång och får inte plats på kartor i {papper}: där står bara de första, omkring {rum}.</source>
        <translation>The description (purpose) is {antal} characters long and does not fit on maps in {papper}: only the first, about {rum}, are there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/sheet_rules.py"/>
        <source>Korta den i steget om syfte, eller välj ett annat papper. Hela texten står på webbsidan och i leveransen.</source>
        <translation>Shorten it in the step about the purpose, or choose another paper. All of it is on the web page and in the delivery.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/sheet_rules.py"/>
        <source>Målet ”{mål}” har en beskrivning på {antal} tecken, som inte får plats på målets sida i en atlas i {papper} och kortas där.</source>
        <translation>The goal “{mål}” has a description of {antal} characters, which does not fit on its page of an atlas in {papper} and is cut there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/sheet_rules.py"/>
        <source>Korta den i tabellen Mål, eller välj ett annat papper. Hela texten står i leveransen.</source>
        <translation>Shorten it in the table Goals, or choose another paper. All of it is in the delivery.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/sheet_rules.py"/>
        <source>något papper</source>
        <translation>any paper</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/sheet_rules.py"/>
        <source>{n} papper till</source>
        <translation>{n} more papers</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>{var}: {vad}.</source>
        <translation>{var}: {vad}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Bilden ”{bild}” har ”{kod}” i ”{fält}”, som inte finns i katalogen.</source>
        <translation>The picture “{bild}” has “{kod}” in “{fält}”, which is not in the catalogue.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Välj i steget om bilder något av: {names}.</source>
        <translation>Choose in the step about pictures one of: {names}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Strukturbildens språk är ”{kod}”, som inte finns. Kartor och webbsidor görs på svenska.</source>
        <translation>The language of the strukturbild is “{kod}”, which does not exist. Maps and web pages are made in Swedish.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Sätt språket till svenska (sv) eller engelska (en).</source>
        <translation>Set the language to Swedish (sv) or English (en).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Sätt språket till svenska</source>
        <translation>Set the language to Swedish</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Symboluppsättningen ”{kod}” finns inte här. Kartorna ritas med ”{namn}”.</source>
        <translation>The symbol set “{kod}” is not here. The maps are drawn with “{namn}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Välj en symboluppsättning, eller lägg in den som saknas.</source>
        <translation>Choose a symbol set, or add the one that is missing.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Använd ”{namn}”</source>
        <translation>Use “{namn}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Lägg in bilagan på nytt, eller ta bort den.</source>
        <translation>Add the attachment anew, or remove it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Rätta layouten och spara den som egen layout på nytt, eller välj ”{egen}” när utgåvan görs.</source>
        <translation>Mend the layout and save it as your own layout again, or choose “{egen}” when you make the edition.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Programmets egen</source>
        <translation>The program's own</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Målet ”{mål}” hör till en målsamling som inte finns.</source>
        <translation>The goal “{mål}” belongs to a goal set that is not there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Hämta in målen på nytt, eller skapa målsamlingen ”{kod}”.</source>
        <translation>Fetch the goals anew, or make the goal set “{kod}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Målet ”{mål}” har ett överordnat mål som inte finns, och står därför överst.</source>
        <translation>The goal “{mål}” has a goal above it that is not there, and so stands at the top.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Välj det överordnade målet på nytt, eller töm fältet i tabellen Mål.</source>
        <translation>Choose the goal above anew, or empty the field in the table Mål.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Rad {nummer} i tabellen {tabell}, {namn}</source>
        <translation>Row {nummer} of the table {tabell}, {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>”{fält}” är tomt, men ska vara ifyllt</source>
        <translation>“{fält}” is empty, but must be filled in</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>läget går inte att rita</source>
        <translation>its place cannot be drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>osynliga eller förväxlade tecken i ”{fält}”: {tecken}</source>
        <translation>invisible or mistaken characters in “{fält}”: {tecken}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>”{fält}” är {antal} tecken långt, troligen inklistrat</source>
        <translation>“{fält}” is {antal} characters long, probably pasted</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>”{värde}” i ”{fält}” är inte lagrat som läsbar text</source>
        <translation>“{värde}” in “{fält}” is not stored as readable text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>”{värde}” i ”{fält}” ska vara ett tal mellan {minst} och {mest}</source>
        <translation>“{värde}” in “{fält}” must be a number between {minst} and {mest}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>”{värde}” i ”{fält}” ska vara {slag}</source>
        <translation>“{värde}” in “{fält}” must be {slag}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>ett heltal</source>
        <translation>a whole number</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>ett tal</source>
        <translation>a number</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>ja eller nej</source>
        <translation>yes or no</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>ett datum, som 2026-05-31</source>
        <translation>a date, like 2026-05-31</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>en tidpunkt, som 2026-05-31T12:00:00Z</source>
        <translation>a point in time, like 2026-05-31T12:00:00Z</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Skriv ”{värde}” som text</source>
        <translation>Write “{värde}” as text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Skriv {värde}</source>
        <translation>Write {värde}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Räkna versionen från {värde}</source>
        <translation>Count the version from {värde}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Ska ”{värde}” i ”{fält}” tas bort?</source>
        <translation>Remove “{värde}” from “{fält}”?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Töm ”{fält}”</source>
        <translation>Empty “{fält}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Korta texten; det längre kan stå i en bilaga.</source>
        <translation>Shorten the text; the longer one can be an appendix.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Rita om läget, eller ta bort raden i tabellen {tabell}.</source>
        <translation>Draw the place again, or remove the row of the table {tabell}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <source>Ändra ”{fält}” i tabellen {tabell}.</source>
        <translation>Change “{fält}” in the table {tabell}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/stored_value_rules.py"/>
        <location filename="../../strukturbild_plugin/store/importing/plan.py"/>
        <source>tomt</source>
        <translation>empty</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Strukturbilden är tom: ingenting är ritat ännu.</source>
        <translation>The strukturbild is empty: nothing is drawn yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Rita eller importera minst ett objekt.</source>
        <translation>Draw or import at least one object.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Strukturbilden är inte färdig: {n} frågor efter sammanslagningen väntar.</source>
        <translation>The strukturbild is not finished: {n} questions from the merge are waiting.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Strukturbilden är inte färdig: 1 fråga efter sammanslagningen väntar.</source>
        <translation>The strukturbild is not finished: 1 question from the merge is waiting.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Avgör dem under ”Frågor” innan utgåvan görs: till dess gäller det som stod där förut.</source>
        <translation>Decide them under “Questions” before you make the edition: until then what was there before holds.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Avgör frågorna</source>
        <translation>Decide the questions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>{slag} saknar namn.</source>
        <translation>{slag} has no name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Skriv det namn som ska stå på kartan och i objekttabellen.</source>
        <translation>Write the name that is to stand on the map and in the object table.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>{objekt} har mellanslag för mycket i namnet.</source>
        <translation>{objekt} has too many spaces in its name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Ta bort dem, så sorteras och hittas namnet som det ska.</source>
        <translation>Remove them, and the name is sorted and found as it should be.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Sätt nivån ”{niva}”</source>
        <translation>Set the level “{niva}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>{objekt} saknar nivå och ritas därför i minsta storlek.</source>
        <translation>{objekt} has no level and is therefore drawn in the smallest size.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Välj nivå: {names}.</source>
        <translation>Choose a level: {names}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>{objekt} har varken beskrivning eller ställningstagande.</source>
        <translation>{objekt} has neither a description nor a position taken.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>Skriv en mening om varför objektet är med, eller vad regionen vill här.</source>
        <translation>Write a sentence on why the object is there, or what the region wants here.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/text_rules.py"/>
        <source>{objekt} har {antal} tecken i ”{falt}”, troligen inklistrat.</source>
        <translation>{objekt} has {antal} characters in “{falt}”, probably pasted.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} når inte fram till ”{nod}”.</source>
        <translation>{objekt} does not reach “{nod}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} har en ände som inte når någon nod.</source>
        <translation>{objekt} has an end that reaches no node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>Dra änden till noden med fästning påslagen.</source>
        <translation>Pull the end to the node with snapping on.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} finns två gånger i samma bild.</source>
        <translation>{objekt} is there twice in the same picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} finns {n} gånger i samma bild.</source>
        <translation>{objekt} is there {n} times in the same picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>Ta bort den ena, eller ge dem namn som skiljer dem åt.</source>
        <translation>Remove one of them, or give them names that tell them apart.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>Behåll en av dem, eller ge dem namn som skiljer dem åt.</source>
        <translation>Keep one of them, or give them names that tell them apart.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} ligger på samma plats som ”{annan}”.</source>
        <translation>{objekt} lies in the same place as “{annan}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} ligger på samma plats som ”{annan}” och {n} till.</source>
        <translation>{objekt} lies in the same place as “{annan}” and {n} more.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>Ta bort den ena, eller slå ihop dem till en nod med flera roller.</source>
        <translation>Remove one of them, or join them into one node with several roles.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>Dra änden {metres} m till ”{nod}”</source>
        <translation>Pull the end {metres} m to “{nod}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} börjar utan att ansluta till någon nod.</source>
        <translation>{objekt} begins without meeting a node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} slutar utan att ansluta till någon nod.</source>
        <translation>{objekt} ends without meeting a node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>{objekt} har en ände som inte ansluter till någon nod.</source>
        <translation>{objekt} has a loose end that meets no node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>Rita en nod vid änden, eller skriv vart stråket fortsätter (”Mot”).</source>
        <translation>Draw a node at the end, or write where the corridor goes on (“Towards”).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/topology_rules.py"/>
        <source>Dra änden till en nod (närmast är ”{nod}”, {km} km bort), eller skriv vart stråket fortsätter (”Mot”).</source>
        <translation>Pull the end to a node (the nearest is “{nod}”, {km} km away), or write where the corridor goes on (“Towards”).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>{objekt} har en tom lista i {fält}, som ett formulär har skrivit dit.</source>
        <translation>{objekt} has an empty list in {fält}, put there by a form.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Töm den, så ser fältet ut som ett som ingen har fyllt i.</source>
        <translation>Empty it, and the field is like one that nobody has filled in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Töm {fält}</source>
        <translation>Empty {fält}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>{objekt} har ”{värde}” i {fält}, som ska vara ett tal.</source>
        <translation>{objekt} has “{värde}” in {fält}, which should be a number.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Skriv talet ensamt, eller töm fältet.</source>
        <translation>Write the number alone, or empty the field.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>{objekt} har ett tal i {fält} som ingen har skrivit ({värde}).</source>
        <translation>{objekt} has a number in {fält} that nobody wrote ({värde}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Töm fältet. Ett formulär i QGIS fyllde i det när det var tomt.</source>
        <translation>Empty the field. A form in QGIS filled it in when it was empty.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>{objekt} har {värde} i {fält}. Det kan inte stämma.</source>
        <translation>{objekt} has {värde} in {fält}. That cannot be right.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Skriv ett tal mellan {minst} och {mest}, eller töm fältet.</source>
        <translation>Write a number between {minst} and {mest}, or empty the field.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>{objekt} har {värde} i {fält}, som ska vara ett heltal.</source>
        <translation>{objekt} has {värde} in {fält}, which should be a whole number.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Skriv talet utan decimaler.</source>
        <translation>Write the number without decimals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>{objekt} har ”{värde}” i {fält}, som ska vara ja eller nej. QGIS läser det fel.</source>
        <translation>{objekt} has “{värde}” in {fält}, which should be yes or no. QGIS reads it wrongly.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Välj ja eller nej, eller töm fältet.</source>
        <translation>Choose yes or no, or empty the field.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>{objekt} har ”{värde}” i {fält}, som ska vara ett datum. I QGIS syns det inte.</source>
        <translation>{objekt} has “{värde}” in {fält}, which should be a date. It does not show in QGIS.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Skriv datumet som 2026-05-31, eller töm fältet.</source>
        <translation>Write the date as 2026-05-31, or empty the field.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/checks/rules/value_rules.py"/>
        <source>Ska ”{värde}” i {fält} tas bort?</source>
        <translation>Remove “{värde}” from {fält}?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/area_parts.py"/>
        <source>Dra längre: det du ritade är för kort för att bli en linje.</source>
        <translation>Draw farther: what you drew is too short to become a line.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/area_parts.py"/>
        <source>Lägg till en bit av {thing}</source>
        <translation>Add a piece to {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/area_parts.py"/>
        <source>Ta bort en bit av {thing}</source>
        <translation>Remove a piece of {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/area_parts.py"/>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Rita om {thing}</source>
        <translation>Redraw {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/area_parts.py"/>
        <source>Då blir inget kvar av ytan. Ta bort den i stället.</source>
        <translation>Nothing would be left of the area. Remove it instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/area_parts.py"/>
        <source>Det du ritade runt ligger utanför ytan.</source>
        <translation>What you drew around lies outside the area.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/areas.py"/>
        <source>Bredden ska vara ett tal över noll.</source>
        <translation>The width must be a number above zero.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/areas.py"/>
        <location filename="../../strukturbild_plugin/drawing/edits/schematise_sources.py"/>
        <source>Det finns inga ytor att schematisera. Markera minst en yta.</source>
        <translation>There are no areas to schematise. Select at least one area.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/areas.py"/>
        <source>Inget blev kvar av ytorna. Tillåt mindre delar.</source>
        <translation>Nothing was left of the areas. Allow smaller parts.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/areas.py"/>
        <source>Rita runt ett område: det du ritade är för litet för att bli en yta.</source>
        <translation>Draw round an area: what you drew is too small to become one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/comments.py"/>
        <source>Kommentera: {text}</source>
        <translation>Comment: {text}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/comments.py"/>
        <source>Svara: {text}</source>
        <translation>Answer: {text}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/comments.py"/>
        <source>Klart: {text}</source>
        <translation>Done: {text}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/comments.py"/>
        <source>Öppna igen: {text}</source>
        <translation>Open again: {text}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/comments.py"/>
        <source>Andra har svarat på kommentaren. Markera den som klar i stället.</source>
        <translation>Others have answered the comment. Mark it as done instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/comments.py"/>
        <source>Ta bort kommentar: {text}</source>
        <translation>Delete comment: {text}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/comments.py"/>
        <source>Kommentaren är tom. Skriv något först.</source>
        <translation>The comment is empty. Write something first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>{thing} ligger redan på {strak}.</source>
        <translation>{thing} already lies on {strak}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Lägg till {thing} på {strak}</source>
        <translation>Add {thing} to {strak}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>{thing} ligger inte på {strak}.</source>
        <translation>{thing} does not lie on {strak}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Ett stråk behöver minst två noder. Ta bort hela stråket i stället.</source>
        <translation>A corridor needs at least two nodes. Delete the whole corridor instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Ta bort {thing} från {strak}</source>
        <translation>Remove {thing} from {strak}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Linjen är kopplad till noden där. Flytta noden, eller dra längre från den.</source>
        <translation>The line is connected to the node there. Move the node, or drag further from it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Böj {thing}</source>
        <translation>Bend {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Förgrena {strak}</source>
        <translation>Branch {strak}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>{strak} kan bara delas vid en nod mellan sina ändar.</source>
        <translation>{strak} can only be split at a node between its ends.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Dela {strak} vid {thing}</source>
        <translation>Split {strak} at {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Stråken möts inte i någon ändnod. Välj två som börjar eller slutar i samma nod.</source>
        <translation>The corridors do not meet in an end node. Choose two that begin or end in the same node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>Foga ihop {strak} och {thing}</source>
        <translation>Join {strak} and {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>{thing} är inget stråk.</source>
        <translation>{thing} is no corridor.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>{thing} är inte ritat än.</source>
        <translation>{thing} is not drawn yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/corridor_edits.py"/>
        <source>{thing} består av flera delar. Rita om det som en linje först.</source>
        <translation>{thing} has several parts. Redraw it as one line first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/fixes.py"/>
        <source>Raden finns inte längre. Spara, och gör om granskningen.</source>
        <translation>The row is no longer there. Save, and check again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/fixes.py"/>
        <source>{thing} är ingen linje.</source>
        <translation>{thing} is not a line.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/fixes.py"/>
        <source>{thing} går inte att laga av sig själv. Rita om gränsen.</source>
        <translation>{thing} cannot be mended by itself. Redraw the outline.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/fixes.py"/>
        <source>{thing} går inte att räkna om. Ta bort den och rita den på nytt.</source>
        <translation>{thing} cannot be converted. Remove it and draw it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/fixes.py"/>
        <source>Det gick inte att ge kopian ett eget id. Ta bort den och rita den på nytt.</source>
        <translation>The copy could not be given an id of its own. Remove it and draw it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_influences.py"/>
        <source>Ett mål bedöms inte mot sig självt.</source>
        <translation>A goal is not assessed against itself.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_influences.py"/>
        <source>Påverkan anges från −3 till +3.</source>
        <translation>Influence is given from −3 to +3.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_influences.py"/>
        <source>Bedöm {par}</source>
        <translation>Assess {par}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_links.py"/>
        <source>Koppla {thing} till ett mål</source>
        <translation>Link {thing} to a goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_links.py"/>
        <source>Koppla {number} objekt till {goal}</source>
        <translation>Link {number} objects to {goal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_links.py"/>
        <source>Koppla {thing} till mål</source>
        <translation>Link {thing} to goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_links.py"/>
        <source>Ta bort {number} målkopplingar</source>
        <translation>Remove {number} goal links</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_links.py"/>
        <source>Ta bort målkoppling</source>
        <translation>Remove goal link</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_links.py"/>
        <source>Ändra målkoppling</source>
        <translation>Change goal link</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_links.py"/>
        <source>Bidraget anges från −2 till +2.</source>
        <translation>The contribution is given from −2 to +2.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/goal_questions.py"/>
        <source>Svara på frågan {fråga}</source>
        <translation>Answer the question {fråga}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/import_edits.py"/>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Strukturbilden har ändrats sedan importen planerades. Inget importerades. Försök igen.</source>
        <translation>The strukturbild has changed since the import was planned. Nothing was imported. Try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/import_edits.py"/>
        <source>”{värde}” kan inte stå i {kolumn}. Rätta det i källan och försök igen.</source>
        <translation>“{värde}” cannot stand in {kolumn}. Correct it in the source and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/joint_nodes.py"/>
        <source>Välj minst två noder att slå ihop.</source>
        <translation>Choose at least two nodes to merge.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/joint_nodes.py"/>
        <source>Noderna ligger i olika bilder. Välj noder i samma bild.</source>
        <translation>The nodes are in different pictures. Choose nodes in the same picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/joint_nodes.py"/>
        <source>Slå ihop till {thing}</source>
        <translation>Merge into {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/joint_nodes.py"/>
        <source>En flernod behöver minst två orter.</source>
        <translation>A joint node needs at least two places.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/joint_nodes.py"/>
        <source>Rita flernod</source>
        <translation>Draw joint node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/joint_nodes.py"/>
        <source>{thing} är ingen gemensam nod.</source>
        <translation>{thing} is no joint node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/joint_nodes.py"/>
        <source>Dela upp {thing}</source>
        <translation>Split up {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/location_edits.py"/>
        <source>Fyll i berörda kommuner</source>
        <translation>Fill in municipalities concerned</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/many_objects.py"/>
        <source>Ändra {number} objekt</source>
        <translation>Change {number} objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/network.py"/>
        <source>Ett stråk behöver minst två ställen. Klicka på en nod till.</source>
        <translation>A corridor needs at least two places. Click on one more node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/network.py"/>
        <source>Ett samband går mellan två olika noder. Klicka på en annan nod.</source>
        <translation>A link goes between two different nodes. Click on another node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/network.py"/>
        <source>{thing} är ingen nod.</source>
        <translation>{thing} is not a node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/network.py"/>
        <source>Flytta {thing}</source>
        <translation>Move {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>1 stråk</source>
        <translation>1 corridor</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>{number} stråk</source>
        <translation>{number} corridors</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>1 samband</source>
        <translation>1 link</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>{number} samband</source>
        <translation>{number} links</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>1 område</source>
        <translation>1 area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>{number} områden</source>
        <translation>{number} areas</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>En nod togs bort.</source>
        <translation>A node was deleted.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>Noden {name} togs bort.</source>
        <translation>The node {name} was deleted.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>{number} noder togs bort.</source>
        <translation>{number} nodes were deleted.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>{things} slutar nu fritt.</source>
        <translation>Now without a node at the end: {things}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/node_references.py"/>
        <source>{things} ligger kvar utan nod där.</source>
        <translation>Still here, without a node there: {things}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Klassen ”{klass}” finns inte i den här strukturbilden.</source>
        <translation>The class “{klass}” does not exist in this strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>{klass} ritas inte så. Den ritas som {kinds}.</source>
        <translation>{klass} is not drawn like that. It is drawn as {kinds}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Rita {thing}</source>
        <translation>Draw {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Ändra {thing}</source>
        <translation>Change {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>{thing} ligger i ett annat slags lager.</source>
        <translation>{thing} lies in another kind of layer.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Ta bort {thing}</source>
        <translation>Delete {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Ta bort {number} objekt</source>
        <translation>Remove {number} objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Det du valt finns redan i den bilden.</source>
        <translation>What you have chosen is already in that picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Kopiera {number} objekt till en annan bild</source>
        <translation>Copy {number} objects to another picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>{thing} finns redan i den bilden.</source>
        <translation>{thing} is already in that picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Kopiera {thing} till en annan bild</source>
        <translation>Copy {thing} to another picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/objects.py"/>
        <source>Välj vilken bild du ritar i först.</source>
        <translation>First choose the picture you are drawing in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/open_ends.py"/>
        <source>Fortsättning för {strak}</source>
        <translation>Continuation of {strak}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_geometry.py"/>
        <source>Punkten ligger utanför kartan. Klicka på kartan igen.</source>
        <translation>The point lies outside the map. Click on the map again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_tool_edits.py"/>
        <source>Det inklistrade har lagts i den första bilden, eftersom dess egen bild saknas här.</source>
        <translation>What was pasted has been put in the first picture, since its own picture is not here.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_tool_edits.py"/>
        <source>Det inklistrade fick samma målkopplingar som originalet.</source>
        <translation>What was pasted has the same goal links as the original.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_tool_edits.py"/>
        <source>Det inklistrade blev nya objekt utan målkopplingar. Koppla dem i fliken Mål.</source>
        <translation>What was pasted became new objects without goal links. Link them in the Goals tab.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_tool_edits.py"/>
        <source>Det inklistrade blev {klass}, eftersom {other} inte ritas i lagret {layer}.</source>
        <translation>What was pasted became {klass}, since {other} is not drawn in the layer {layer}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_tool_edits.py"/>
        <source>Objektet är redan kopplat till det målet, så raden är inte kvar.</source>
        <translation>The object is already linked to that goal, so the row has been removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_tool_edits.py"/>
        <source>En målkoppling behöver både ett objekt och ett mål. Koppla i fliken Mål i stället.</source>
        <translation>A goal link needs both an object and a goal. Link in the Goals tab instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_tool_edits.py"/>
        <source>Uppgifterna om strukturbilden är en enda rad. Den är kvar som den var.</source>
        <translation>What is said about the strukturbild is a single row. It is still as it was.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/qgis_tool_edits.py"/>
        <source>{columns} har fått tillbaka sitt värde, eftersom strukturbilden behöver det.</source>
        <translation>{columns} has been given its value back, since the strukturbild needs it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/schematise_sources.py"/>
        <source>Lagret {layer} saknar koordinatsystem. Ange det i lagrets egenskaper.</source>
        <translation>The layer {layer} has no coordinate system. Set it in the layer's properties.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/schematise_sources.py"/>
        <source>Schematiserat ur {layer} ({number} ytor)</source>
        <translation>Schematised from {layer} ({number} areas)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/votes.py"/>
        <source>Alla {antal} prickar är satta. Klicka på en av era egna för att ta tillbaka den.</source>
        <translation>All {antal} dots have been used. Click one of your own to take it back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/votes.py"/>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Rösta</source>
        <translation>Vote</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/votes.py"/>
        <source>Rösta på {thing}</source>
        <translation>Vote for {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/votes.py"/>
        <source>Pricken finns inte längre.</source>
        <translation>The dot is no longer there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/votes.py"/>
        <source>Den pricken är någon annans. Klicka bredvid för att sätta en egen.</source>
        <translation>That dot is somebody else's. Click beside it to put one of your own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/edits/votes.py"/>
        <source>Ta tillbaka röst</source>
        <translation>Take back vote</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/atomic_save.py"/>
        <source>okänt fel</source>
        <translation>unknown error</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/atomic_save.py"/>
        <source>Ändringarna i lagret {layer} kunde inte sparas: {reason}</source>
        <translation>The changes in the layer {layer} could not be saved: {reason}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_buffer.py"/>
        <source>Lagret {layer} har ingen uppgift {column}.</source>
        <translation>The layer {layer} has no attribute {column}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_buffer.py"/>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_rows.py"/>
        <source>Lagret {layer} tog inte emot ändringen. Kontrollera att det går att redigera.</source>
        <translation>The layer {layer} did not take the change. Check that it can be edited.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_session.py"/>
        <source>Det går inte att rita i {layers}. Är filen skrivskyddad? Spara den på ett annat ställe.</source>
        <translation>You cannot draw in {layers}. Is the file read-only? Save it somewhere else.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_session.py"/>
        <source>Lagret ”{layer}” är inte öppet. Öppna strukturbilden på nytt.</source>
        <translation>The layer “{layer}” is not open. Open the strukturbild again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_session.py"/>
        <source>Objektet finns inte längre. Välj ett annat.</source>
        <translation>The object is no longer there. Choose another one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_session.py"/>
        <source>Allt kunde inte sparas. Ändringarna finns kvar; försök igen om en stund.
{reasons}</source>
        <translation>Not everything could be saved. The changes are still here; try again in a while.
{reasons}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_session.py"/>
        <source>{columns} hör till strukturbilden och kan inte tas bort eller byta namn.</source>
        <translation>{columns} belongs to the strukturbild and cannot be removed or renamed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_session.py"/>
        <source>”{step}” har ändrats av någon annan sedan dess och ångras inte. Ändra det för hand om det behövs.</source>
        <translation>“{step}” has been changed by somebody else since then and is not undone. Change it by hand if needed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/edit_session.py"/>
        <source>”{step}” är sparat i filen och ångras inte. Kolumner tas bort i lagrets egenskaper, Fält.</source>
        <translation>“{step}” is saved in the file and cannot be undone. Columns are removed in the layer's properties, Fields.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/layer_history.py"/>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Ändring</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <source>Uppgifterna passar inte i den här strukturbilden.</source>
        <translation>The information does not fit in this strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <source>Togs bort här, men någon annan har ändrat det.</source>
        <translation>Deleted here, but somebody else has changed it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <source>Finns redan i filen, med annat innehåll.</source>
        <translation>Already in the file, with other content.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <source>Ändrades här, men någon annan har tagit bort det.</source>
        <translation>Changed here, but somebody else has deleted it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <source>Ändrades både här och av någon annan.</source>
        <translation>Changed both here and by somebody else.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <source>Objektet som målet hör till finns inte längre.</source>
        <translation>The object that the goal belongs to no longer exists.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Målet finns inte längre.</source>
        <translation>The goal no longer exists.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/drawing/session/restore.py"/>
        <source>Bilden finns inte.</source>
        <translation>The picture does not exist.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/encoding.py"/>
        <source>Bokstäver har gått förlorade i {antal} av filens texter innan den kom hit, till exempel ”{text}”. Hämta hellre en ny fil från källan, eller rätta texterna i strukturbilden.</source>
        <translation>Letters were lost in {antal} of the file's texts before it came here, for example “{text}”. Rather get a new file from the source, or correct the texts in the strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/encoding.py"/>
        <source>Felkodade bokstäver rättades i {antal} av filens texter, till exempel ”{fel}” till ”{rätt}”.</source>
        <translation>Wrongly encoded letters were corrected in {antal} of the file's texts, for example “{fel}” to “{rätt}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/encoding.py"/>
        <source>Bokstäver ser felkodade ut i {antal} av filens texter, till exempel ”{fel}”, som bör vara ”{rätt}”. De lästes som de står. Rätta texterna i strukturbilden, eller rätta filen, ta bort det hämtade och hämta den på nytt.</source>
        <translation>Letters look wrongly encoded in {antal} of the file's texts, for example “{fel}”, which should be “{rätt}”. They were read as they stand. Correct the texts in the strukturbild, or correct the file, remove what was imported and import it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/encoding.py"/>
        <source>Tecken kunde inte läsas säkert i {antal} av filens texter, till exempel ”{text}”. Kontrollera texterna i strukturbilden.</source>
        <translation>Characters could not be read with certainty in {antal} of the file's texts, for example “{text}”. Check the texts in the strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/encoding.py"/>
        <source>Filen uppger teckenkodningen {uppgiven} men lästes som {läst}. Det gäller {antal} av filens texter, till exempel ”{text}”. Ser det fel ut: spara filen i UTF-8, ta bort det hämtade och hämta den på nytt.</source>
        <translation>The file states the encoding {uppgiven} but was read as {läst}. This concerns {antal} of the file's texts, for example “{text}”. If it looks wrong: save the file in UTF-8, remove what was imported and import it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/encoding.py"/>
        <source>Filen anger ingen teckenkodning. Den lästes som {läst}, till exempel ”{text}”. Ser det fel ut: spara filen i UTF-8, ta bort det hämtade och hämta den på nytt.</source>
        <translation>The file does not say which encoding it has. It was read as {läst}, for example “{text}”. If it looks wrong: save the file in UTF-8, remove what was imported and import it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/choose_layout.py"/>
        <source>Layouten {namn} finns inte. Välj en .qpt-fil eller en layout som följer med strukturbilden.</source>
        <translation>The layout {namn} is not there. Choose a .qpt file or a layout that the structural picture carries along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/clean_layout.py"/>
        <source>{n} objekt i layouten {namn} kan inte användas här och togs inte med.</source>
        <translation>{n} items of the layout {namn} cannot be used here and were left out.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/clean_layout.py"/>
        <source>{n} bilder i layouten {namn} ligger utanför filen eller går inte att använda.</source>
        <translation>{n} pictures of the layout {namn} lie outside the file or cannot be used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/clean_layout.py"/>
        <source>{n} uttryck i texterna i layouten {namn} togs bort.</source>
        <translation>{n} expressions in the texts of the layout {namn} were removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/clean_layout.py"/>
        <source>{n} datastyrda eller externa inställningar i layouten {namn} togs bort.</source>
        <translation>{n} data-defined or external settings of the layout {namn} were removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/clean_layout.py"/>
        <source>{n} symboler i layouten {namn} kan inte ritas här och blev enkla ytor, linjer eller punkter.</source>
        <translation>{n} symbols in the layout {namn} cannot be drawn here and became plain areas, lines or points.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/fill_layout.py"/>
        <source>Layouten {namn} visar inte: {delar}.</source>
        <translation>The layout {namn} does not show: {delar}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/fill_layout.py"/>
        <source>Layouten {namn} går inte att öppna i den här versionen av QGIS.</source>
        <translation>The layout {namn} cannot be opened in this version of QGIS.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/fill_layout.py"/>
        <source>Objektet ”karta” i layouten är ingen karta. Ge kartobjektet det namnet.</source>
        <translation>The item “karta” of the layout is no map. Give the map item that name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/fill_layout.py"/>
        <source>Det som ska stå i rutan ”{ruta}” i layouten får inte plats, inte ens med minsta texten. Gör rutan större.</source>
        <translation>What is to stand in the box “{ruta}” of the layout does not fit, not even with the smallest text. Make the box larger.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/save_as_layout.py"/>
        <source>Layouten har ingen karta med namnet ”karta”, så den går inte att använda igen.</source>
        <translation>The layout has no map with the name “karta”, so it cannot be used again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/custom_layouts/save_as_layout.py"/>
        <source>Layouten {namn} gick inte att spara.</source>
        <translation>The layout {namn} could not be saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/delivery/delivery_gpkg.py"/>
        <source>Leveransen fick inte samma innehåll som strukturbilden. Exportera igen.</source>
        <translation>The delivery did not get the same content as the strukturbild. Export again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/delivery/delivery_gpkg.py"/>
        <source>Följer inte med i leveransen, eftersom det inte hör till strukturbilden: {namn}.</source>
        <translation>Does not go along in the delivery, since it is no part of the strukturbild: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/delivery/inspect_delivery.py"/>
        <source>Innehållet har ändrats sedan utgåvan gjordes: fingeravtrycket stämmer inte längre.</source>
        <translation>The content has changed since the edition was made: the fingerprint no longer fits.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/delivery/inspect_delivery.py"/>
        <source>Uppgifterna om utgåvan har ändrats sedan den gjordes.</source>
        <translation>The facts of the edition have changed since it was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/delivery/inspect_delivery.py"/>
        <source>Texten i {kolumn} har ändrats sedan utgåvan gjordes.</source>
        <translation>The text in {kolumn} has changed since the edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/delivery/inspect_delivery.py"/>
        <source>Tabellerna eller beskrivningarna i leveransen har ändrats sedan utgåvan gjordes.</source>
        <translation>The tables or descriptions in the delivery have changed since the edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/delivery/internal_tables.py"/>
        <source>{path} är en leverans och måste gå att ändra för att öppnas för redigering. Kopiera den till en mapp där du får spara, och öppna kopian. {fel}</source>
        <translation>{path} is a delivery and must be writable to be opened for editing. Copy it to a folder where you may save, and open the copy. {fel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/delivery/iso19139.py"/>
        <source>QGIS kan inte räkna om koordinater just nu. Spara, starta om QGIS och gör om utgåvan.</source>
        <translation>QGIS cannot convert coordinates just now. Save, restart QGIS and make the edition again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Utgåvan kan inte göras. {mening} {forslag}</source>
        <translation>The edition cannot be made. {mening} {forslag}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Bilden ”{bild}” finns inte. Välj någon av {namn}.</source>
        <translation>There is no picture “{bild}”. Choose one of {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Bilden ”{bild}” är tom: ingenting är ritat i den. Rita eller importera objekt först.</source>
        <translation>The picture “{bild}” is empty: nothing is drawn in it. Draw or import objects first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Formatet ”{format}” finns inte. Välj bland {formats}.</source>
        <translation>There is no format “{format}”. Choose among {formats}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Utgåva {nummer} är klar: {antal} filer.</source>
        <translation>Edition {nummer} is ready: {antal} files.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Strukturbilden är oförändrad sedan utgåva {nummer}, så filerna har gjorts om med samma nummer och datum.</source>
        <translation>The strukturbild is unchanged since edition {nummer}, so the files were made again with the same number and date.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>De ligger i mappen ”{mapp}”.</source>
        <translation>They are in the folder “{mapp}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Filen är gjord med en äldre version av programmet. Utgåvan gjordes ur en tillfällig, uppgraderad kopia; filen har inte uppgraderats.</source>
        <translation>The file was made with an older version of the program. The edition was made from a temporary, upgraded copy; the file has not been upgraded.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Mappen ”{mapp}” fanns redan och har inte rörts.</source>
        <translation>The folder “{mapp}” was there already and has not been touched.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition.py"/>
        <source>Namn som inte fick plats på kartan: {namn}.</source>
        <translation>Names for which there was no room on the map: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition_folder.py"/>
        <source>Mappen {mapp} går inte att skriva i. Välj en annan mapp.</source>
        <translation>The folder {mapp} cannot be written to. Choose another folder.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition_folder.py"/>
        <source>Filen {namn} används av ett annat program. Stäng den där och exportera igen.</source>
        <translation>The file {namn} is in use by another program. Close it there and export again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/edition_folder.py"/>
        <source>Filerna kunde inte skrivas i {mapp}: {fel}. Finns det plats på disken?</source>
        <translation>The files could not be written in {mapp}: {fel}. Is there room on the disk?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/export_preview.py"/>
        <source>Inget format är valt. Kryssa i minst ett.</source>
        <translation>No format is chosen. Tick at least one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/export_preview.py"/>
        <source>I mappen läggs: {vilka}</source>
        <translation>The folder will hold: {vilka}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/export_preview.py"/>
        <source>innehållsförteckning</source>
        <translation>table of contents</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/file_set.py"/>
        <source>Vad som är nytt står inte på webbsidan: {fel}</source>
        <translation>What is new does not stand on the web page: {fel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/manifest.py"/>
        <source>Filen {path} går inte att läsa som innehållsförteckning.</source>
        <translation>The file {path} cannot be read as a manifest.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/manifest.py"/>
        <source>Filen {path} är ingen innehållsförteckning för en utgåva.</source>
        <translation>The file {path} is not the manifest of an edition.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/recording.py"/>
        <source>Strukturbilden går bara att läsa, så utgåvan är antecknad i kopian {namn}. Den ligger i mappen du valde; arbeta vidare i den.</source>
        <translation>The strukturbild can only be read, so the edition is recorded in the copy {namn}. It is in the folder you chose; go on working in it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/recording.py"/>
        <source>Någon annan gjorde utgåva {nummer} samtidigt. Exportera igen, så får din utgåva nästa nummer.</source>
        <translation>Somebody else made edition {nummer} at the same time. Export again, and your edition gets the next number.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/recording.py"/>
        <source>Utgåvan görs inte, eftersom den inte kan antecknas i strukturbilden. {fel} Går det inte: kopiera strukturbilden till en mapp där du får spara, och gör utgåvan av kopian.</source>
        <translation>The edition is not made, because it cannot be recorded in the strukturbild. {fel} If that does not work: copy the strukturbild to a folder where you may save, and make the edition from the copy.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/recording.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_mending.py"/>
        <source>{name} (kopia)</source>
        <translation>{name} (copy)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/sheet_files.py"/>
        <source>Kartan ”{bild}” gjordes med programmets egen layout: den får inte plats i layouten {namn}. {fel}</source>
        <translation>The map “{bild}” was made with the program's own layout: it has no room in the layout {namn}. {fel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/sheet_files.py"/>
        <source>En beskrivning fick inte plats på sin sida i atlasen ”{bild}” och är kortad där. Hela texten står i leveransen, och granskningen visar vilken det är. Korta den eller välj ett större papper, så står allt där.</source>
        <translation>A description did not fit on its page of the atlas “{bild}” and is cut there. All of it is in the delivery, and the check says which it is. Shorten it or choose a larger paper, and all of it is there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/sheet_files.py"/>
        <source>Beskrivningen fick inte plats på kartan ”{bild}” och är kortad där. Hela texten står på webbsidan och i leveransen. Korta den eller välj ett större papper, så står allt på kartan.</source>
        <translation>The description had no room on the map ”{bild}” and is cut there. All of it is on the web page and in the delivery. Shorten it or choose a larger paper to have all of it on the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/sheet_files.py"/>
        <source>Kartan blev inte rätt och har inte exporterats. {fel}</source>
        <translation>The map did not come out right and has not been exported. {fel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/sheet_files.py"/>
        <source>Kartan fick inga lager att tända och släcka.</source>
        <translation>The map has no layers to switch on and off.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Mappen {mapp} finns inte. Välj mappen med utgåvans filer.</source>
        <translation>There is no folder {mapp}. Choose the folder with the files of the edition.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Mappen {mapp} går inte att läsa.</source>
        <translation>The folder {mapp} cannot be read.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Är en annan utgåvas mapp. Välj den för att verifiera den.</source>
        <translation>Is the folder of another edition. Choose it to verify it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Räknas inte upp i någon innehållsförteckning, så svaret gäller inte den.</source>
        <translation>Is not listed in any manifest, so the answer is not about it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Filen saknas i mappen.</source>
        <translation>The file is missing from the folder.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Filen har ändrats sedan utgåvan gjordes.</source>
        <translation>The file has changed since the edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Hör till en annan utgåva: nummer {nummer} med fingeravtryck {kort}.</source>
        <translation>Belongs to another edition: number {nummer} with fingerprint {kort}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Hör till utgåvan, och innehållet är orört. Stilar, projekt och tillagda tabeller prövas inte.</source>
        <translation>Belongs to the edition, and its content is untouched. Styles, projects and added tables are not examined.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Hör till utgåvan och är orörd.</source>
        <translation>Belongs to the edition and is untouched.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Innehållsförteckningen räknar inte upp några filer.</source>
        <translation>The manifest lists no files.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Innehållsförteckningen har ändrats sedan utgåvan gjordes.</source>
        <translation>The manifest has changed since the edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Innehållsförteckningen hör till en annan utgåva än filerna.</source>
        <translation>The manifest belongs to another edition than the files.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>I mappen {mapp} finns ingen utgåva av en strukturbild. Välj mappen med utgåvans filer.</source>
        <translation>In the folder {mapp} there is no edition of a strukturbild. Choose the folder with the files of the edition.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Uppger sig vara utgåva {nummer} med fingeravtryck {kort}.</source>
        <translation>Says it is edition {nummer} with fingerprint {kort}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Filerna hör till olika utgåvor.</source>
        <translation>The files belong to different editions.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Innehållsförteckningen anger inte vad filen är.</source>
        <translation>The manifest does not say what the file is.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Filen går inte att läsa. {fel}</source>
        <translation>The file cannot be read. {fel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Filen har ingen stämpel från en utgåva.</source>
        <translation>The file has no stamp of an edition.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Kartans sida har ändrats sedan utgåvan gjordes.</source>
        <translation>The map's page has changed since the edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Fingeravtrycket som står på kartan är inte det som står i filens egenskaper.</source>
        <translation>The fingerprint printed on the map is not the one in the file's properties.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>Webbsidan har ändrats sedan utgåvan gjordes.</source>
        <translation>The web page has changed since the edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/verify.py"/>
        <source>SVG-filen har ändrats sedan utgåvan gjordes.</source>
        <translation>The SVG file has been changed since the edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/edition/work_folder.py"/>
        <source>Utgåvan kunde inte göras i {mapp}: {fel}. Finns det plats på disken?</source>
        <translation>The edition could not be made in {mapp}: {fel}. Is there room on the disk?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/image/image_writer.py"/>
        <source>Bilden kan inte göras {bredd} pixlar bred. Välj en bredd från {minst} till {mest}.</source>
        <translation>The image cannot be made {bredd} pixels wide. Choose a width from {minst} to {mest}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/image/image_writer.py"/>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_writer.py"/>
        <source>Bilden kunde inte skrivas till {path}. Finns det plats på disken?</source>
        <translation>The picture could not be written to {path}. Is there room on the disk?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/image/image_writer.py"/>
        <source>Bilden {namn} går inte att läsa.</source>
        <translation>The picture {namn} cannot be read.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/image/image_writer.py"/>
        <source>Bilden {namn} är {b} × {h} pixlar i stället för {wb} × {wh}.</source>
        <translation>The image {namn} is {b} × {h} pixels instead of {wb} × {wh}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/image/image_writer.py"/>
        <source>Bilden {namn} blev tom.</source>
        <translation>The picture {namn} came out empty.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/image/image_writer.py"/>
        <source>Bilden {namn} saknar utgåvans stämpel.</source>
        <translation>The picture {namn} lacks the edition's stamp.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/image/png_stamp.py"/>
        <source>Förhandsbilden {path} blev ingen PNG-bild. Exportera igen.</source>
        <translation>The preview {path} did not become a PNG image. Export again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/label_positions.py"/>
        <source>Kartbladet kunde inte ritas. {detail}</source>
        <translation>The sheet could not be drawn. {detail}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/geopdf.py"/>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_writer.py"/>
        <location filename="../../strukturbild_plugin/export/svg/svg_writer.py"/>
        <source>Kartan kunde inte skrivas till {path}. Finns det plats på disken? {detail}</source>
        <translation>The map could not be written to {path}. Is there room on the disk? {detail}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/geopdf.py"/>
        <source>Kartans lager gick inte att lägga ihop till en fil. Exportera igen.</source>
        <translation>The layers of the map could not be put together into one file. Export again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/metadata.py"/>
        <source>Kartans PDF gick inte att märka utan att sidan ändrades. Exportera igen.</source>
        <translation>The map's PDF could not be marked without changing the page. Export again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/metadata.py"/>
        <source>Kartans PDF gick inte att märka med utgåvan. Exportera igen.</source>
        <translation>The map's PDF could not be marked with the edition. Export again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/metadata.py"/>
        <source>Filen {path} gick inte att skriva. Försök igen.</source>
        <translation>The file {path} could not be written. Try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Titeln ”{titel}” står inte på kartan.</source>
        <translation>The title “{titel}” is not on the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Fingeravtrycket {kort} står inte på kartan.</source>
        <translation>The fingerprint {kort} is not on the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Kartan saknar namn som skulle stå där: {namn}.</source>
        <translation>The map lacks names that should be there: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Teckenförklaringen saknar rader: {namn}.</source>
        <translation>The legend lacks rows: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Kartan har {n} sidor i stället för {m}.</source>
        <translation>The map has {n} pages instead of {m}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Sidan {n} är {b} × {h} mm i stället för {wb} × {wh} mm.</source>
        <translation>Page {n} is {b} × {h} mm instead of {wb} × {wh} mm.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Kartan blev tom: sidan har ingen text alls.</source>
        <translation>The map came out empty: the page has no text at all.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Sidan {n} saknar utgåvans fingeravtryck.</source>
        <translation>Page {n} lacks the fingerprint of the edition.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Text hamnade utanför sidan: {namn}. Flytta den eller välj ett större papper.</source>
        <translation>Text ended up outside the page: {namn}. Move it or choose a larger paper.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Kartan innehåller {n} rasterbilder i stället för bara linjer och text.</source>
        <translation>The map holds {n} bitmap images instead of lines and text alone.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Typsnitt som inte följer med i filen: {namn}.</source>
        <translation>Typefaces that are not embedded in the file: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Texten på kartan är ritad som linjer och går inte att söka i.</source>
        <translation>The text on the map is drawn as lines and cannot be searched.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/output_check.py"/>
        <source>Kartan har fått andra typsnitt än det som var tänkt: {namn}.</source>
        <translation>The map got other typefaces than intended: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/pdf/reader.py"/>
        <source>Filen {path} går inte att läsa som PDF.</source>
        <translation>The file {path} cannot be read as PDF.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheet_options.py"/>
        <source>Utfallet {mm} mm går inte att använda. Ange 0 till {most} mm; tryckerier brukar vilja ha 3.</source>
        <translation>A bleed of {mm} mm cannot be used. Give 0 to {most} mm; printers usually want 3.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/agreement_sheet.py"/>
        <source>Ingen grupp har ritat i bilden {bild}. Välj en annan bild.</source>
        <translation>No group has drawn in the picture {bild}. Choose another picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/atlas.py"/>
        <source>Atlasen skulle få en sida per mål, men inget objekt i bilden är kopplat till ett mål. Koppla objekt till mål först.</source>
        <translation>The atlas would have a page per goal, but no object in the picture is linked to a goal. Link objects to goals first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/atlas.py"/>
        <source>Atlasen skulle få en sida per område, men bilden har inga objekt i något av områdena.</source>
        <translation>The atlas would have a page per area, but the picture has no objects in any of the areas.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/atlas.py"/>
        <source>Atlasen skulle få en sida per bild, men ingen bild har objekt.</source>
        <translation>The atlas would have a page per picture, but no picture has objects.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/before_after.py"/>
        <source>Före och efter behöver två bilder: en nulägesbild med objekt och en målbild. Välj en målbild, och rita eller kopiera nuläget till en bild av typen nulägesbild.</source>
        <translation>Before and after needs two pictures: one of the present situation with objects, and one of the future. Choose a future picture, and draw the present or copy it to a picture of the kind present situation.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/map_layers.py"/>
        <source>Kartan kunde inte ritas: objekt i {layer} passar inte lagret. Kör kontrollen och rätta dem.</source>
        <translation>The map could not be drawn: objects in {layer} do not fit the layer. Run the check and mend them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/scenario_sheet.py"/>
        <source>Scenarier bredvid varandra behöver minst två bilder med objekt som utgår från samma bild. Ange det för bilderna i steget Område och bilder, under Utgår från bilden.</source>
        <translation>Scenarios beside each other need at least two pictures with objects that start from the same picture. Say so for the pictures in the step Area and pictures, under Starts from the picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_check.py"/>
        <source>Kartbladet har ingen karta. Lägg till en karta i layouten.</source>
        <translation>The sheet has no map. Add a map to the layout.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_check.py"/>
        <source>Kartan ”{namn}” har inget område att visa.</source>
        <translation>The map “{namn}” has no area to show.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_check.py"/>
        <source>Kartan ”{namn}” är tom: den har inga lager.</source>
        <translation>The map “{namn}” is empty: it has no layers.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_check.py"/>
        <source>Kartan ”{namn}” ligger utanför sidan.</source>
        <translation>The map “{namn}” lies outside the page.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_check.py"/>
        <source>Texten ”{text}” får inte plats i sin ruta ”{ruta}”. Gör rutan större eller texten kortare.</source>
        <translation>The text “{text}” does not fit in its box “{ruta}”. Make the box larger or the text shorter.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_check.py"/>
        <source>Texten ”{text}” hamnade utanför sidan. Flytta rutan ”{ruta}”.</source>
        <translation>The text “{text}” ended up outside the page. Move the box “{ruta}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_check.py"/>
        <source>Teckenförklaringen ”{ruta}” får inte plats på sidan. Ge den fler spalter eller flytta den.</source>
        <translation>The legend “{ruta}” does not fit on the page. Give it more columns or move it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_context.py"/>
        <source>Bilden finns inte längre i strukturbilden. Öppna filen på nytt och välj bild igen.</source>
        <translation>The picture is no longer in the strukturbild. Open the file again and choose the picture again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_kinds.py"/>
        <source>Kartbladet {kod} finns inte. Välj bland {known}.</source>
        <translation>There is no map sheet {kod}. Choose among {known}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/sheets/sheet_writer.py"/>
        <source>Kartan blev tom: inget av nodernas namn kom med. Ingenting har exporterats.</source>
        <translation>The map came out empty: none of the nodes' names is on it. Nothing has been exported.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/svg/svg_stamp.py"/>
        <source>Filen {path} går inte att läsa som SVG.</source>
        <translation>The file {path} cannot be read as SVG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/svg/svg_stamp.py"/>
        <source>SVG-filen är {b} × {h} i stället för {wb} × {wh}.</source>
        <translation>The SVG file is {b} × {h} instead of {wb} × {wh}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/svg/svg_stamp.py"/>
        <source>SVG-filen innehåller {n} rasterbilder i stället för bara linjer och text.</source>
        <translation>The SVG file contains {n} raster images instead of only lines and text.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/svg/svg_stamp.py"/>
        <source>SVG-filen har fått andra typsnitt än det som var tänkt: {namn}.</source>
        <translation>The SVG file has other typefaces than intended: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/table_files.py"/>
        <source>Tabellen kunde inte skrivas till {path}: {reason}. Är den öppen någon annanstans?</source>
        <translation>The table could not be written to {path}: {reason}. Is it open somewhere else?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/table_files.py"/>
        <source>QGIS här kan inte skriva XLSX. Välj CSV.</source>
        <translation>QGIS here cannot write XLSX. Choose CSV.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/table_files.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Tabell</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/web/web_page.py"/>
        <source>Filen {path} går inte att läsa som webbsida.</source>
        <translation>The file {path} cannot be read as a web page.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/web/web_page.py"/>
        <source>Programbiblioteket jinja2 saknas i QGIS, så webbsidan kan inte göras.</source>
        <translation>The library jinja2 is missing from QGIS, so the web page cannot be made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/dock_widget.py"/>
        <location filename="../../strukturbild_plugin/gui/messages.py"/>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <location filename="../../strukturbild_plugin/processing/fill_location.py"/>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/processing/provider.py"/>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <location filename="../../strukturbild_plugin/store/create/suggestions.py"/>
        <source>Strukturbild</source>
        <translation>Strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <source>Öppna…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/locator_filter.py"/>
        <source>Steg</source>
        <translation>Steps</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/map_overlay.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>Välj och flytta</source>
        <translation>Select and move</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/undo_offer.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/session/saved_indicator.py"/>
        <location filename="../../strukturbild_plugin/gui/styling/style_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/pack_addition.py"/>
        <source>Ångra</source>
        <translation>Undo</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Kommentera</source>
        <translation>Comment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Sparat {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Arkiv</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Starta workshop…</source>
        <translation>Start workshop…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Slå ihop kopior…</source>
        <translation>Merge copies…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Frys workshopen…</source>
        <translation>Freeze the workshop…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Välj filer…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Slå ihop</source>
        <translation>Merge</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Slå ihop {antal} filer</source>
        <translation>Merge {antal} files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_window.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/button_texts.py"/>
        <source>Skjut upp</source>
        <translation>Postpone</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Handledarblad</source>
        <translation>Facilitator's sheet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Grupperna och deras filer</source>
        <translation>The groups and their files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Skriv ut ett blad till handledaren och ett till varje bord.</source>
        <translation>Print one sheet for the facilitator and one for each table.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Gruppernas namn och filer står på nästa sida.</source>
        <translation>The groups' names and files are on the next page.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>{timme}.{minut}</source>
        <translation>{timme}:{minut}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Syfte</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Plats</source>
        <translation>Place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Filerna lämnas till</source>
        <translation>Files go to</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Senast</source>
        <translation>At the latest</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Samverkansnivå</source>
        <translation>Cooperation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Grupperna får</source>
        <translation>Groups may</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <location filename="../../strukturbild_plugin/export/workshop_papers/sheet_drawing.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_rows.py"/>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <location filename="../../strukturbild_plugin/workshop/copy_files/head_changes.py"/>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>sv</source>
        <translation>en</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Innan</source>
        <translation>Before</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Se till att QGIS och insticksprogrammet Strukturbild finns på varje dator. Insticksprogrammet installeras i QGIS under Plugin, Hantera och installera plugin, Installera från ZIP.</source>
        <translation>See to it that QGIS and the Strukturbild plugin are on every computer. The plugin is installed in QGIS under Plugins, Manage and Install Plugins, Install from ZIP.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Lägg varje grupps fil på gruppens dator. Två grupper ska aldrig arbeta i samma fil.</source>
        <translation>Put each group's file on the group's computer. Two groups must never work in one file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Behåll huvudfilen {fil} själv. Ingen arbetar i den under workshopen.</source>
        <translation>Keep the main file {fil} yourself. Nobody works in it during the workshop.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Starta QGIS. Syns inte panelen {panel} till höger: klicka på den här knappen bland verktygen ovanför kartan.</source>
        <translation>Start QGIS. If the panel {panel} is not there on the right: click this button among the tools above the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Klicka på {oppna} i panelen och välj gruppens fil. Överst ska gruppens namn och färg stå.</source>
        <translation>Click {oppna} in the panel and choose the group's file. The group's name and colour should stand at the top.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Tyck till: tryck på {kommentera} eller {rosta} och klicka på kartan. En röst är en prick där ni vill lyfta fram något.</source>
        <translation>Say what you think: press {kommentera} or {rosta} and click the map. A vote is a dot where you want to bring something out.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Ni behöver inte spara. Allt sparas av sig självt, och då står det till exempel {sparat} i panelen.</source>
        <translation>You need not save. Everything is saved by itself, and then the panel says, for instance, {sparat}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>När ni är klara: stäng QGIS. Kopiera filen till ett USB-minne eller mejla den. Ändra inte i den sedan.</source>
        <translation>When you are done: close QGIS. Copy the file to a USB stick or mail it. Do not change it after that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Så gör gruppen</source>
        <translation>What the group does</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Rita: öppna ett steg under fliken {steg}, klicka på rutan för det ni vill rita och sedan på kartan. En linje eller yta avslutas med Enter.</source>
        <translation>Draw: open a step on the tab {steg}, click the tile of what you want to draw and then the map. Enter ends a line or an area.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Ändra: tryck på {valj} och klicka på något ni ritat. Dra för att flytta. Namnet, och varför det behövs, skriver ni under fliken {objekt}.</source>
        <translation>Change: press {valj} and click something you have drawn. Drag to move it. Its name, and why it is needed, you write on the tab {objekt}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Grupper som bara får lägga till låter det som fanns från början vara kvar.</source>
        <translation>Those who may only add leave what was there from the start as it is.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Grupper som bara får kommentera går till Tyck till.</source>
        <translation>Those who may only comment go on to Say what you think.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Om något går fel</source>
        <translation>If something goes wrong</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Blev det fel på kartan? Tryck Ctrl+Z, så många gånger som behövs.</source>
        <translation>Something wrong on the map? Press Ctrl+Z, as many times as needed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Stannade QGIS? Starta det igen och öppna samma fil: det ni gjort finns kvar.</source>
        <translation>Did QGIS stop? Start it again and open the same file: what you have done is there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Går filen inte att öppna? Ta en ny kopia ur mappen, fortsätt i den och lämna in båda.</source>
        <translation>Can the file not be opened? Take a new copy from the folder, go on in that, and hand in both.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Välkomna. Syftet, och på storbild hur man ritar.</source>
        <translation>Welcome. The purpose and, on the big screen, how to draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Alla ritar en sak på prov och tar bort den med Ctrl+Z.</source>
        <translation>Everybody draws something as a trial and takes it back with Ctrl+Z.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Grupperna ritar.</source>
        <translation>The groups draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Grupperna ritar klart och skriver varför.</source>
        <translation>The groups finish drawing and write why.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Frågorna avgörs tillsammans på storbild.</source>
        <translation>The questions are decided together on the big screen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Välkomna. Syftet, och på storbild hur man kommenterar och röstar.</source>
        <translation>Welcome. The purpose, and on the big screen how to comment and vote.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Alla sätter en prick på prov och tar bort den med Ctrl+Z.</source>
        <translation>All put a dot as a trial and take it away with Ctrl+Z.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Grupperna kommenterar.</source>
        <translation>The groups comment.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Grupperna skriver klart och röstar.</source>
        <translation>The groups finish writing and vote.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Kommentarer och röster gås igenom tillsammans på storbild.</source>
        <translation>Comments and votes are gone through together on the big screen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Datorerna startas och varje grupp öppnar sin fil.</source>
        <translation>Computers are started and each group opens its file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Rast.</source>
        <translation>Break.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>QGIS stängs, filerna lämnas och slås ihop.</source>
        <translation>QGIS is closed, the files are handed in and merged.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Nästa steg: vad ska göras, och av vem?</source>
        <translation>Next steps: what is to be done, and by whom?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Slut.</source>
        <translation>End.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>En halvdag, som förslag</source>
        <translation>Half a day, as a suggestion</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Efteråt: slå ihop</source>
        <translation>Afterwards: merge</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Öppna huvudfilen {fil}. Välj {arkiv} och {sla_ihop}</source>
        <translation>Open the main file {fil}. Choose {arkiv} and {sla_ihop}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Klicka på {valj}, markera gruppernas filer och klicka på {knapp}. På knappen står hur många av dem som går att använda. Det blir en ny fil, som öppnas. Inget ändras i de andra. Läs hur det gick för varje fil och klicka på {stang}.</source>
        <translation>Click {valj}, select the groups' files and click {knapp}. The button says how many of them can be used. It makes a new file, which is opened. Nothing is changed in the others. Read what became of each file and click {stang}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Lämnar en grupp sin fil sent: öppna den hopslagna filen och slå ihop den med den sena filen på samma sätt. Det ni har avgjort står kvar.</source>
        <translation>A group that is late: open the merged file and merge it with the late file in the same way. What you have decided stays.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Vill ni se vilka som kom sent: välj {arkiv} och {frys} när tiden är ute.</source>
        <translation>To see who was late: choose {arkiv} and {frys} when time is up.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Har två ändrat samma sak på olika sätt blir det en fråga. Klicka på {visa}. Håll pekaren över ett svar för att se det på kartan och klicka på det som ska gälla: då kommer nästa fråga. {skjut} lämnar frågan till senare, Ctrl+Z tar tillbaka ett svar.</source>
        <translation>If two have changed the same thing in different ways, it becomes a question. Click {visa}. Hold the pointer over an answer to see it on the map, and click the one that is to hold: then the next question comes. {skjut} leaves the question for later, Ctrl+Z takes an answer back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Alla kommentarer och röster är med, var och en med sin grupp.</source>
        <translation>All comments and votes are in, each with its group.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Det här avgör programmet själv</source>
        <translation>What the program decides by itself</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Det en grupp har ritat eller ändrat, och ingen annan har rört, är med.</source>
        <translation>What one group has drawn or changed, and nobody else has touched, is in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Har två ändrat olika uppgifter på samma objekt är båda med.</source>
        <translation>Where two have changed different things about the same object, both are in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/facilitator_sheet.py"/>
        <source>Tar en grupp bort det en annan har ändrat är det kvar, och ni får frågan.</source>
        <translation>Where one group deletes what another has changed, it stays, and you are asked.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Ett mejl till varje kommun: kopiera texten till ett nytt mejl och bifoga filen som står överst. Fyll i det som står inom hakparenteser.</source>
        <translation>One mail for each municipality: copy the text into a new mail and attach the file that is named at the top. Fill in what stands in square brackets.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Ämne: {titel}: en fil att rita i för {kommun}</source>
        <translation>Subject: {titel}: a file for {kommun} to draw in</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>När alla har svarat slås filerna ihop. Det ni ritar går inte förlorat: har ni och någon annan olika förslag för samma sak visas båda, och vi avgör det tillsammans.</source>
        <translation>When everybody has answered, the files are merged. What you draw is not lost: where you and somebody else think differently about the same thing, both are shown, and we decide it together.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Ämne: {titel}: en fil att kommentera i för {kommun}</source>
        <translation>Subject: {titel}: a file to comment in for {kommun}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>När alla har svarat slås filerna ihop, och alla kommentarer och röster är med.</source>
        <translation>When all have answered the files are merged, and all comments and votes are in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Till: {vem}</source>
        <translation>To: {vem}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>[mejladress till {kommun}]</source>
        <translation>[mail address of {kommun}]</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Bifoga: {fil}</source>
        <translation>Attach: {fil}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>[mejladress]</source>
        <translation>[mail address]</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Hej!</source>
        <translation>Hello!</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Ni har fått en egen fil. I den finns allt som är ritat hittills, och ni arbetar i den när det passar er. Inget nätverk behövs, och ingen annan skriver i er fil.</source>
        <translation>You have a file of your own. All that has been drawn so far is in it, and you work in it when it suits you. No network is needed, and nobody else writes in your file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Frågor? Hör av er till {vem}.</source>
        <translation>Questions? Get in touch with {vem}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>[namn]</source>
        <translation>[name]</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Hälsningar</source>
        <translation>Kind regards</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Vi arbetar med {titel} och vill veta hur ni ser på den.</source>
        <translation>We are working on {titel} and want to know how you see it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Rita: öppna ett steg under fliken {steg}, klicka på rutan för det ni vill rita och sedan på kartan. Enter avslutar en linje eller yta. Skriv gärna varför under fliken {objekt}.</source>
        <translation>Draw: open a step on the tab {steg}, click the tile of what you want to draw and then the map. Enter ends a line or an area. Do write why on the tab {objekt}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Tyck till: tryck på {kommentera} eller {rosta} och klicka på kartan.</source>
        <translation>Say what you think: press {kommentera} or {rosta} and click the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Det som fanns från början står kvar: rita ett eget förslag i stället.</source>
        <translation>What was there from the beginning stays: draw a proposal of your own instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>I er fil kan ni tycka till, inte rita.</source>
        <translation>In your file you can say what you think, not draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>[dag]</source>
        <translation>[day]</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Spara filen {fil} på en dator som har QGIS och insticksprogrammet Strukturbild. Saknar ni dem: svara på det här mejlet, så hjälper vi er.</source>
        <translation>Save the file {fil} on a computer that has QGIS and the Strukturbild plugin. If you lack them: answer this mail, and we will help you.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Starta QGIS, klicka på {oppna} i panelen {panel} och välj filen. Överst i panelen ska det stå {kommun}.</source>
        <translation>Start QGIS, click {oppna} in the panel {panel} and choose the file. The top of the panel should say {kommun}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Ni behöver inte spara: det sker av sig självt. Stäng QGIS när ni är klara.</source>
        <translation>You need not save: it happens by itself. Close QGIS when you are done.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/mail_text.py"/>
        <source>Mejla filen till {vem} senast {dag}. Kommer den senare går det också bra: hör då av er.</source>
        <translation>Mail the file to {vem} by {dag}. Later is fine too: just tell us.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/sheet_drawing.py"/>
        <source>Handledarbladet kunde inte skrivas till {path}. Finns det plats på disken?</source>
        <translation>The facilitator's sheet could not be written to {path}. Is there room on the disk?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/start_with_papers.py"/>
        <source>mejl till kommunerna</source>
        <translation>mail to municipalities</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/export/workshop_papers/start_with_papers.py"/>
        <source>handledarblad</source>
        <translation>facilitator's sheet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/feedback.py"/>
        <source>Avbrutet. Ingenting ändrades.</source>
        <translation>Cancelled. Nothing was changed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Skriv året, eller dagen så här: 2026-11-20.</source>
        <translation>Write the year, or the day like this: 2026-11-20.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Skriv hela webbadressen, så här: https://www.regionen.se/rus</source>
        <translation>Write the whole web address, like this: https://www.regionen.se/rus</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>En samling kan inte ersätta sig själv.</source>
        <translation>A set cannot replace itself.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Nytt mål</source>
        <translation>New goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Målet behöver en titel. Den förra står kvar.</source>
        <translation>The goal needs a title. The previous one remains.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Titeln är {n} tecken och får vara högst {most}. Lägg resten i beskrivningen.</source>
        <translation>The title is {n} characters and may be at most {most}. Put the rest in the description.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Vikten ska vara ett tal från 0 till {most}.</source>
        <translation>The weight should be a number from 0 to {most}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Ett mål kan inte ligga under sig självt.</source>
        <translation>A goal cannot lie below itself.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>Delmål</source>
        <translation>Sub-goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Samlingen behöver ett namn. Det förra står kvar.</source>
        <translation>The set needs a name. The previous one remains.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Namnet är {n} tecken och får vara högst {most}.</source>
        <translation>The name is {n} characters and may be at most {most}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Målet behöver en kod. Den förra står kvar.</source>
        <translation>The goal needs a code. The previous one remains.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Koden är {n} tecken och får vara högst {most}.</source>
        <translation>The code is {n} characters and may be at most {most}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Koden {code} har redan målet ”{title}”. Varje mål i samlingen behöver en egen kod.</source>
        <translation>The goal “{title}” already has the code {code}. Every goal of the set needs a code of its own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_editing.py"/>
        <source>Målen kan ha högst {most} nivåer.</source>
        <translation>The goals can have at most {most} levels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library.py"/>
        <source>Mappen har inga målsamlingar. Välj en annan mapp.</source>
        <translation>The folder has no goal sets. Choose another folder.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library.py"/>
        <source>Målbiblioteket har fel:</source>
        <translation>The goal library has faults:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library.py"/>
        <source>Målbiblioteket i {folder} går inte att använda, så programmets eget gäller. {faults}</source>
        <translation>The goal library in {folder} cannot be used, so the program's own is. {faults}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>{kod}: {fault}</source>
        <translation>{kod}: {fault}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>Län {county} har {n} strategier som gäller. Det ska vara en.</source>
        <translation>County {county} has {n} strategies in force. There should be one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>'kontrollerad' är {date}, som inte har varit än.</source>
        <translation>'kontrollerad' is {date}, which has not been yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>'reviderad' ({late}) är före 'antagen' ({early}).</source>
        <translation>'reviderad' ({late}) is before 'antagen' ({early}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>'horisont' ({year}) är före 'antagen' ({early}).</source>
        <translation>'horisont' ({year}) is before 'antagen' ({early}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>'nivakallor' nämner nivån {level}, som inget mål har.</source>
        <translation>'nivakallor' names the level {level}, which no goal has.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>adressen {address} är inte en hel webbadress.</source>
        <translation>the address {address} is not a whole web address.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>målet {code} heter likadant som ett annat på samma plats: ”{title}”.</source>
        <translation>goal {code} has the same title as another in the same place: “{title}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>{kod} ersätter {older}, som inte finns i biblioteket.</source>
        <translation>{kod} replaces {older}, which is not in the library.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>{kod} ersätter sig själv, genom andra.</source>
        <translation>{kod} replaces itself, through others.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_library_check.py"/>
        <source>{kod} ersätts av {n} samlingar. Det ska vara en.</source>
        <translation>{kod} is replaced by {n} sets. There should be one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>små bokstäver a-z, siffror och _, med en bokstav först</source>
        <translation>lower-case letters a-z, digits and _, with a letter first</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <location filename="../../strukturbild_plugin/store/examples/example_file.py"/>
        <source>en länskod som "17"</source>
        <translation>a county code such as "17"</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>en dag, "ÅÅÅÅ-MM-DD"</source>
        <translation>a day, "YYYY-MM-DD"</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>en nivå och en adress: "Mål: https://..."</source>
        <translation>a level and an address: "Mål: https://..."</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>'{key}' är {date}, som inte finns i kalendern.</source>
        <translation>'{key}' is {date}, which is not in the calendar.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>'kallor' är tom. Skriv minst en webbadress.</source>
        <translation>'kallor' is empty. Write at least one web address.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>En samling som inte är fullständig ska säga vad som saknas i 'anmarkning'.</source>
        <translation>A set that is not complete should say in 'anmarkning' what is missing.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>"ÅÅÅÅ", "ÅÅÅÅ-MM", "ÅÅÅÅ-MM-DD" eller ""</source>
        <translation>"YYYY", "YYYY-MM", "YYYY-MM-DD" or ""</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>Målen har fler än {most} nivåer. Flytta ut de innersta.</source>
        <translation>The goals have more than {most} levels. Move the innermost ones out.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <location filename="../../strukturbild_plugin/store/examples/example_file.py"/>
        <source>mål</source>
        <translation>goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/goal_sets.py"/>
        <source>strategins eget ord för nivån</source>
        <translation>the strategy's own word for the level</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>toppnivå</source>
        <translation>top level</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>en del av målen</source>
        <translation>some of the goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>alla mål</source>
        <translation>all goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>inte fullständig</source>
        <translation>not complete</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>inga mål har kunnat kontrolleras än</source>
        <translation>no goals could be checked yet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>inga mål än</source>
        <translation>no goals yet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>{n} mål</source>
        <translation>{n} goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>antagen {when}</source>
        <translation>adopted {when}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>reviderad {when}</source>
        <translation>revised {when}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>Ersatt av {name}.</source>
        <translation>Replaced by {name}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>Upphörde att gälla ({when}).</source>
        <translation>No longer valid ({when}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>Upphör att gälla i år ({when}).</source>
        <translation>Ends this year ({when}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>kontrollerad {month}</source>
        <translation>checked {month}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>gäller till {when}</source>
        <translation>valid until {when}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/set_texts.py"/>
        <source>horisont {year}</source>
        <translation>horizon {year}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Tabellen har fler än {most} rader och är knappast en mållista.</source>
        <translation>The table has more than {most} rows and is hardly a list of goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Tabellen är tom. Första raden ska ha rubriker, minst kod och mål.</source>
        <translation>The table is empty. The first row must have headings, at least code and goal.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Tabellen har rubriker men inga mål. Lägg ett mål på varje rad.</source>
        <translation>The table has headings but no goals. Put one goal on each row.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>Målen lästes inte in. Rätta tabellen och försök igen:</source>
        <translation>The goals were not taken in. Mend the table and try again:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>kolumnen ”{name}” finns mer än en gång.</source>
        <translation>the column “{name}” is there more than once.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>kod</source>
        <translation>code</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>kolumnen ”{name}” saknas. Tabellen har: {shown}.</source>
        <translation>the column “{name}” is missing. The table has: {shown}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>Tabellens rubrikrad kan inte användas:</source>
        <translation>The table's heading row cannot be used:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>rad {number}</source>
        <translation>row {number}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>{place}: målåret ”{value}” är inget årtal.</source>
        <translation>{place}: the target year “{value}” is not a year.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>{place}: vikten ”{value}” är inget tal.</source>
        <translation>{place}: the weight “{value}” is not a number.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table.py"/>
        <source>{place}: ”{value}” säger inte om målet är prioriterat. Skriv ja eller nej.</source>
        <translation>{place}: “{value}” does not say whether the goal has priority. Write yes or no.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/table_layer.py"/>
        <source>Kolumn {nummer}</source>
        <translation>Column {nummer}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <source>{fault} Det lämnas tomt.</source>
        <translation>{fault} It is left empty.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <source>Mål ovanför som saknar egen rad skapas: {names}.</source>
        <translation>Goals above that have no row of their own are made: {names}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <source>Tomma celler i kolumnen för överordnat mål läses som samma mål som i raden ovanför.</source>
        <translation>Empty cells in the column of the goal above are read as the same goal as in the row before.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <source>Tabellen har ingen kolumn med koder. Målen numreras i sin ordning.</source>
        <translation>The table has no column of codes. The goals are numbered in their order.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <location filename="../../strukturbild_plugin/goals/table_shapes.py"/>
        <source>raden är en summa, inget mål.</source>
        <translation>the row is a sum, not a goal.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <source>ovanför {rad}</source>
        <translation>above {rad}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <source>målet ligger djupare än {most} nivåer.</source>
        <translation>the goal lies deeper than {most} levels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_plan.py"/>
        <source>målet ovanför, {code}, hämtas inte.</source>
        <translation>the goal above, {code}, is not imported.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_shapes.py"/>
        <source>{niva} i {rad}</source>
        <translation>{niva} in {rad}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_shapes.py"/>
        <source>målet finns redan ({first}).</source>
        <translation>the goal is there already ({first}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_shapes.py"/>
        <source>Kolumnerna {names} läses som nivåer, var och en under den förra.</source>
        <translation>The columns {names} are read as levels, each under the one before.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_shapes.py"/>
        <source>Indragna rader läses som mål under raden ovanför med mindre indrag.</source>
        <translation>Indented rows are read as goals under the row above that is less indented.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/table_shapes.py"/>
        <source>Talen i nivåkolumnen läses som hur djupt målet ligger.</source>
        <translation>The numbers in the column of levels are read as how deep the goal lies.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>kod saknas.</source>
        <translation>the code is missing.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>koden är längre än {most} tecken.</source>
        <translation>the code is longer than {most} characters.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>koden {code} är ett datum. Formatera kolumnen som text och skriv koden igen.</source>
        <translation>the code {code} is a date. Format the column as text and write the code again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>målets titel saknas.</source>
        <translation>the goal's title is missing.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>titeln är längre än {most} tecken. Lägg resten i beskrivningen.</source>
        <translation>the title is longer than {most} characters. Put the rest in the description.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>koden {code} finns redan ({first}). Varje mål behöver en egen kod.</source>
        <translation>the code {code} is already there ({first}). Every goal needs a code of its own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>överordnat mål {code} finns inte bland målen.</source>
        <translation>the parent goal {code} is not among the goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/goals/tree.py"/>
        <source>målet {code} är överordnat sig självt.</source>
        <translation>the goal {code} is its own parent.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_controller.py"/>
        <source>Objektet finns inte längre. Granska igen.</source>
        <translation>The object is no longer there. Check again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_controller.py"/>
        <source>Gjort: {what}.</source>
        <translation>Done: {what}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_controller.py"/>
        <source>Rätta alla säkra</source>
        <translation>Mend all that is safe</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_controller.py"/>
        <source>En sak är rättad.</source>
        <translation>One thing is mended.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_controller.py"/>
        <source>{n} saker är rättade.</source>
        <translation>{n} things are mended.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/delete_prompt.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Ta bort</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Behåll</source>
        <translation>Keep</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Granska nu</source>
        <translation>Check now</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Rättar det som bara kan rättas på ett sätt. Ctrl+Z tar tillbaka allt.</source>
        <translation>Puts right what can be put right in one way only. Ctrl+Z takes it all back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Inte granskad än.</source>
        <translation>Not checked yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Klicka för att gå till objektet, dubbelklicka eller tryck Enter för att öppna det.</source>
        <translation>Click to go to the object, double-click or press Enter to open it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Visa eller dölj: {kind}</source>
        <translation>Show or hide: {kind}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>{n} dolda</source>
        <translation>{n} hidden</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Rätta alla säkra ({n})</source>
        <translation>Mend all that is safe ({n})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Gå till objektet</source>
        <translation>Go to the object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Öppna objektet</source>
        <translation>Open the object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Visa anmärkningen igen</source>
        <translation>Show the remark again</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Dölj anmärkningen här</source>
        <translation>Hide the remark here</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>Inga anmärkningar. Allt stämmer.</source>
        <translation>No remarks. Everything fits.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>{n} fel</source>
        <translation>errors: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>{n} att se över</source>
        <translation>{n} to look over</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/check_page.py"/>
        <source>{n} tips</source>
        <translation>tips: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <source>Fel som bör rättas</source>
        <translation>Errors to mend</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <source>Att se över</source>
        <translation>To look over</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <source>Tips</source>
        <translation>Tips</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <source>… och {n} till</source>
        <translation>… and {n} more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <source>Klicka så görs det. Ctrl+Z tar tillbaka.</source>
        <translation>Click and it is done. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <source>Välj vad som ska gälla…</source>
        <translation>Choose which it should be…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <source>{n} anmärkningar</source>
        <translation>{n} remarks</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <source>{n} mål som inget objekt bidrar till</source>
        <translation>{n} goals that no object contributes to</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/check_panel/finding_tree.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{n} objekt</source>
        <translation>{n} objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_controller.py"/>
        <source>Jämför</source>
        <translation>Comparing</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>Vad är nytt</source>
        <translation>What is new</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>Jämför med</source>
        <translation>Compare with</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>Annan fil…</source>
        <translation>Another file…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Läser…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>Visa på kartan</source>
        <translation>Show on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>nytt</source>
        <translation>new</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>ändrat</source>
        <translation>changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>som det var</source>
        <translation>as it was</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>borttaget</source>
        <translation>removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>Utgåva {n}, {dag}</source>
        <translation>Edition {n}, {dag}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>Ingen utgåva finns sparad i din QGIS-profil. Välj filen som den var: en kopia, eller en fil från någon annan.</source>
        <translation>No edition is kept in your QGIS profile. Choose the file as it was: a copy, or a file from somebody else.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>Filen som den var</source>
        <translation>The file as it was</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_mending.py"/>
        <location filename="../../strukturbild_plugin/gui/file_state/lost_file.py"/>
        <location filename="../../strukturbild_plugin/gui/widgets/dialog_parts.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Strukturbild (*.gpkg)</source>
        <translation>Strukturbild (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <source>Jämför…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/diff_tree.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Nytt</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/diff_tree.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Ändrat</source>
        <translation>Changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/diff_tree.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Borttaget</source>
        <translation>Deleted</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/comparing/comparison_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/diff_tree.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_dialog.py"/>
        <source>… och {n} till.</source>
        <translation>… and {n} more.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/compare_action.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/dock_widget.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_windows.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/pack_addition.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_export.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>Öppna en strukturbild först.</source>
        <translation>Open a strukturbild first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/compare_action.py"/>
        <source>Det som är sparat jämförs.</source>
        <translation>What is saved is compared.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_actions.py"/>
        <source>Kopian görs av det som är sparat.</source>
        <translation>The copy is made of what is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_mending.py"/>
        <source>Kopian ligger i {path}.</source>
        <translation>The copy is in {path}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_mending.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Sparar {file}</source>
        <translation>Saving {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>Spara som</source>
        <translation>Save as</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>Öppna kopian</source>
        <translation>Open the copy</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/options/author_dialog.py"/>
        <source>Spara</source>
        <translation>Save</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>Allt ritat, målen, utseendet och loggen följer med. Bilderna blir utkast igen. Utgåvor, beslutsdatum och förankring stannar i den gamla, och i den nya står vilken den kommer från.</source>
        <translation>All that is drawn, the goals, the look and the log come along. The pictures become drafts again. Editions, dates of decision and anchoring stay in the old one, and the new one says which it comes from.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>Det blir en annan strukturbild, som inte längre är {grupp}s kopia. Det som ritas i den är inte med när workshopens kopior slås ihop, om den som slår ihop inte väljer det.</source>
        <translation>It becomes another strukturbild, which is no longer the copy of {grupp}. What is drawn in it does not come along when the copies of the workshop are merged, unless whoever merges chooses so.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>Ny strukturbild för nästa revidering</source>
        <translation>A new strukturbild for the next revision</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>En exakt kopia med allt, till exempel för ett bord på en workshop eller som säkerhetskopia.</source>
        <translation>An exact copy with everything, for a table at a workshop or as a backup, for instance.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>En exakt kopia med allt, till exempel på ett usb-minne. Den är fortfarande {grupp}s kopia i workshopen, och går att lämna in.</source>
        <translation>An exact copy with everything, for example on a USB stick. It is still the copy of {grupp} in the workshop, and can be handed in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>Samma strukturbild på ett annat ställe</source>
        <translation>The same strukturbild in another place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Fil</source>
        <translation>File</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/copy_dialog.py"/>
        <source>revidering</source>
        <translation>revision</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/dock_widget.py"/>
        <source>Granskningen läser det som är sparat.</source>
        <translation>The check reads what is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/dock_widget.py"/>
        <source>Utgåvan görs av det som är sparat.</source>
        <translation>The edition is made of what is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/dock_widget.py"/>
        <source>Kartan visar det som är sparat.</source>
        <translation>The map shows what is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/dropped.py"/>
        <source>Lagret {layer} ligger inte i en fil. Högerklicka på det och välj Exportera, och dra hit filen. Eller kopiera objekten och klistra in dem.</source>
        <translation>The layer {layer} is not in a file. Right-click it and choose Export, and drag the file here. Or copy the features and paste them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/dropped.py"/>
        <source>Lagret hör redan till strukturbilden som är öppen.</source>
        <translation>The layer already belongs to the strukturbild that is open.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/dropped.py"/>
        <source>Disken eller servern där {path} ligger svarar inte. Försök igen när den gör det.</source>
        <translation>The disk or server that holds {path} does not answer. Try again when it does.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_actions.py"/>
        <source>Läser mallar och mål</source>
        <translation>Reading templates and goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_actions.py"/>
        <source>Öppna strukturbild</source>
        <translation>Open strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_actions.py"/>
        <source>Exempel Nobelbanestråket.gpkg</source>
        <translation>Example Nobelbanestråket.gpkg</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_actions.py"/>
        <source>Exemplet läggs i {path}</source>
        <translation>The example is put in {path}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_actions.py"/>
        <source>Välj utgåvans mapp</source>
        <translation>Choose the folder of the edition</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_mending.py"/>
        <source>Hämta deras ändringar</source>
        <translation>Get their changes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_mending.py"/>
        <source>{name} (min version)</source>
        <translation>{name} (my version)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_mending.py"/>
        <source>Den nya versionen öppnas. Den du hade ligger kvar som {name}.</source>
        <translation>The new version is being opened. The one you had is kept as {name}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_mending.py"/>
        <source>Spara strukturbilden i en ny fil</source>
        <translation>Save the strukturbild in a new file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <source>Tidigare lägen jämförs med det som är sparat.</source>
        <translation>Earlier states are compared with what is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <source>Ny från mall…</source>
        <translation>New from template…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <source>Prova exemplet</source>
        <translation>Try the example</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>Senast öppnade</source>
        <translation>Recently opened</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/file_state/temporary_file.py"/>
        <source>Spara som…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <source>Byt titel…</source>
        <translation>Change the title…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <source>Tidigare lägen…</source>
        <translation>Earlier states…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <source>Tillägg…</source>
        <translation>Packs…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <source>Spara som mall…</source>
        <translation>Save as template…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Visa vem som ritat</source>
        <translation>Show who has drawn what</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>Vem ritar…</source>
        <translation>Who is drawing…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <source>Inställningar…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Symboluppsättning</source>
        <translation>Symbol set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <source>Regionens utseende</source>
        <translation>The region's look</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <source>Visa hela området</source>
        <translation>Show the whole area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <source>Stäng strukturbilden</source>
        <translation>Close the strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/tabs.py"/>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <source>Granska</source>
        <translation>Check</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <source>Gör utgåva…</source>
        <translation>Make edition…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <source>Jämför med…</source>
        <translation>Compare with…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <source>Verifiera utgåva…</source>
        <translation>Verify edition…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Ändra område…</source>
        <translation>Change area…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/file_menu.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_start.py"/>
        <source>Mål i kartan…</source>
        <translation>Goals on the map…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/header.py"/>
        <source>Exempel. Inte en beslutad plan.</source>
        <translation>Example. Not an adopted plan.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/locator_filter.py"/>
        <source>Strukturbild: objekt, mål, ord, steg och åtgärder</source>
        <translation>Strukturbild: objects, goals, words, steps and actions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/locator_filter.py"/>
        <source>Ordlista</source>
        <translation>Glossary</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/locator_filter.py"/>
        <source>Åtgärd</source>
        <translation>Action</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/locator_filter.py"/>
        <source>Visa {picture}</source>
        <translation>Show {picture}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/outside_notice.py"/>
        <source>{objekt} ligger utanför strukturbildens område. Det går bra om det är meningen.</source>
        <translation>{objekt} lies outside the area of the strukturbild. That is fine if it is intended.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/project_saving.py"/>
        <source>Projektet {name} är stängt och ligger kvar som det senast sparades.</source>
        <translation>The project {name} is closed and lies where it was last saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/project_saving.py"/>
        <source>Sparat i {file}.</source>
        <translation>Saved in {file}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/prompts.py"/>
        <source>Ta bort det osparade</source>
        <translation>Discard what is not saved</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/prompts.py"/>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/file_state/lost_file.py"/>
        <location filename="../../strukturbild_plugin/gui/saving/save_controller.py"/>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/prompts.py"/>
        <source>Fortsätt utan det osparade</source>
        <translation>Go on without what is not saved</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/prompts.py"/>
        <source>Filen finns redan</source>
        <translation>The file already exists</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/prompts.py"/>
        <source>{name} finns redan. Ska den ersättas?</source>
        <translation>{name} already exists. Replace it?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/prompts.py"/>
        <source>Osparade ändringar</source>
        <translation>Unsaved changes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/prompts.py"/>
        <source>Det du har ritat i {title} kunde inte sparas.</source>
        <translation>What you have drawn in {title} could not be saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/prompts.py"/>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/delete_prompt.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <location filename="../../strukturbild_plugin/gui/widgets/dialog_parts.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/task_dialog.py"/>
        <source>Avbryt</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>Börja här</source>
        <translation>Begin here</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>En strukturbild är en fil. Skapa en från en mall, öppna en som finns eller prova exemplet.</source>
        <translation>A strukturbild is a file. Make one from a template, open one you have, or try the example.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>Har ni fått en mall av någon?</source>
        <translation>Has somebody given you a template?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>Hämta in den</source>
        <translation>Bring it in</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>{name} har ändringar som inte hann sparas.</source>
        <translation>{name} has changes that were not saved in time.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>Öppna den</source>
        <translation>Open it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>Fortsätt med {name}</source>
        <translation>Continue with {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/start_page.py"/>
        <source>Mallen ”{name}” finns nu att välja under Ny från mall.</source>
        <translation>The template “{name}” can now be chosen under New from template.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/step_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Alla objekt i bilden är kopplade till mål.</source>
        <translation>All objects in the picture are linked to goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/step_controller.py"/>
        <source>Inget är ritat i bilden än.</source>
        <translation>Nothing is drawn in the picture yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/tabs.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <source>Utgåva</source>
        <translation>Edition</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/tabs.py"/>
        <source>Kommentarer</source>
        <translation>Comments</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/tabs.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Enighet</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/tabs.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <source>Koppla</source>
        <translation>Link</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/tabs.py"/>
        <source>Mål i kartan</source>
        <translation>Goals on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Gruppernas filer görs av det som är sparat.</source>
        <translation>The groups' files are made of what is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Den öppna filen är {grupp}s kopia. Öppna huvudfilen och starta workshopen där.</source>
        <translation>The open file is the copy of {grupp}. Open the main file and start the workshop there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Kopiorna slås ihop med det som är sparat.</source>
        <translation>The copies are merged with what is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Den öppna filen är {grupp}s kopia. Workshopen fryses i huvudfilen.</source>
        <translation>The open file is the copy of {grupp}. The workshop is frozen in the main file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Läser {file}</source>
        <translation>Reading {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>{vad} Resultatet ligger i {path}.</source>
        <translation>{vad} The result is in {path}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Ingen workshop är startad i den här strukturbilden. Välj Arkiv &gt; Starta workshop.</source>
        <translation>No workshop has been started in this strukturbild. Choose File &gt; Start workshop.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Frys workshopen</source>
        <translation>Freeze the workshop</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Workshopen {titel} frystes {tid}.</source>
        <translation>The workshop {titel} was frozen on {tid}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Låter du den fortsätta räknas kopior som kommer in inte längre som sena.</source>
        <translation>If you let it go on, copies that come in no longer count as late.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Låt den fortsätta</source>
        <translation>Let it go on</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Frysa workshopen {titel}?</source>
        <translation>Freeze the workshop {titel}?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Tiden noteras i filen. Kopior som slås ihop efter det tas fortfarande emot, men i rapporten står att de kom sent. Det går att låta workshopen fortsätta igen.</source>
        <translation>The time is noted in the file. Copies merged after that are still taken in, but the report says that they came late. The workshop can be let to go on again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>Frys</source>
        <translation>Freeze</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>”{titel}” är fryst.</source>
        <translation>“{titel}” is frozen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/dock/workshop_actions.py"/>
        <source>”{titel}” fortsätter.</source>
        <translation>“{titel}” goes on.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/session/saved_indicator.py"/>
        <source>HH.mm</source>
        <translation>HH:mm</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>i dag {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>i går {time}</source>
        <translation>yesterday {time}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>Utgåva {n}</source>
        <translation>Edition {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>När filen öppnades</source>
        <translation>When the file was opened</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>Under arbetet</source>
        <translation>During work</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>Innan ett tidigare läge togs tillbaka</source>
        <translation>Before an earlier state was brought back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>1 objekt</source>
        <translation>1 object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>1 objekt mer</source>
        <translation>1 object more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>{n} objekt fler</source>
        <translation>{n} objects more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>1 ändrat</source>
        <translation>1 changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>{n} ändrade</source>
        <translation>{n} changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>1 borttaget</source>
        <translation>1 deleted</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>{n} borttagna</source>
        <translation>{n} deleted</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>Inget är ändrat sedan dess.</source>
        <translation>Nothing has changed since then.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>Sedan dess: inga objekt är ändrade, men däremot {others}.</source>
        <translation>Since then: no objects have changed, but {others} have.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>Sedan dess: {what}.</source>
        <translation>Since then: {what}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>Också ändrat: {others}.</source>
        <translation>Also changed: {others}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>{link} tas bort</source>
        <translation>{link} is removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>{link} kommer tillbaka</source>
        <translation>{link} comes back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>titeln och syftet</source>
        <translation>title and purpose</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>bilderna</source>
        <translation>the pictures</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/area_change.py"/>
        <source>området</source>
        <translation>the area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>målen</source>
        <translation>the goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>kommentarerna</source>
        <translation>the comments</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/pending_anchoring.py"/>
        <source>förankringen</source>
        <translation>the support</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>utseendet</source>
        <translation>the look</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>flyttade namn</source>
        <translation>moved names</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>insatserna</source>
        <translation>the measures</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_texts.py"/>
        <source>frågorna att hantera</source>
        <translation>the questions to deal with</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_window.py"/>
        <source>Läget {when}</source>
        <translation>State of {when}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/state_window.py"/>
        <source>Så såg strukturbilden ut {when}. Fönstret visar bara, och följer kartan.</source>
        <translation>This is what the strukturbild looked like {when}. The window is for looking only and follows the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>Sparar läget</source>
        <translation>Keeping the state</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>Läser tidigare lägen</source>
        <translation>Reading earlier states</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>Läser läget</source>
        <translation>Reading the state</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>Lagren är inte öppna för ritning just nu. Försök igen om en stund.</source>
        <translation>The layers are not open for drawing just now. Try again in a moment.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>Ta tillbaka från läget {when}</source>
        <translation>Bring back from the state of {when}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>{things} är tillbaka från läget {when}. Ctrl+Z ångrar.</source>
        <translation>{things} brought back from the state of {when}. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>{things} kom inte tillbaka helt. Ta tillbaka hela läget om det behövs.</source>
        <translation>{things} did not come back entirely. Bring the whole state back if needed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>Läget {when} är tillbaka.</source>
        <translation>The state of {when} is back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_controller.py"/>
        <source>Tar tillbaka läget</source>
        <translation>Bringing the state back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Tidigare lägen</source>
        <translation>Earlier states</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Läser tidigare lägen…</source>
        <translation>Reading earlier states…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Strukturbilden sparas som den är när den öppnas, var femte minut som något ändras och vid varje utgåva. Efter en timme är ett läge kvar av varje timme. Lägena ligger i din egen QGIS-profil. De äldsta tas bort efter hand, utgåvorna sist.</source>
        <translation>The strukturbild is kept as it is when it is opened, every five minutes that something changes and at each edition. After an hour one state of each hour is left. The states lie in your own QGIS profile. The oldest are taken away in time, the editions last.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <source>Titta</source>
        <translation>Look</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Visa läget i ett eget fönster. Inget ändras.</source>
        <translation>Show the state in a window of its own. Nothing is changed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Ta tillbaka valda objekt</source>
        <translation>Bring back chosen objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Det du kryssat för blir som det var, med sina mål. Ctrl+Z ångrar.</source>
        <translation>What you have ticked becomes as it was, with its goals. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Ta tillbaka hela läget…</source>
        <translation>Bring back the whole state…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Inget tidigare läge är sparat än.</source>
        <translation>No earlier state has been kept yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Läser läget…</source>
        <translation>Reading the state…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Ta tillbaka hela läget</source>
        <translation>Bring back the whole state</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Ta tillbaka läget {when}?</source>
        <translation>Bring back the state of {when}?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Strukturbilden som den är nu sparas först bland tidigare lägen, så att du kan ta tillbaka den.</source>
        <translation>The strukturbild as it is now is first kept among the earlier states, so that you can bring it back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Efter bytet går det inte att ångra längre bakåt med Ctrl+Z.</source>
        <translation>After this, Ctrl+Z cannot undo further back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/earlier_states/states_dialog.py"/>
        <source>Ta tillbaka</source>
        <translation>Bring back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <source>En utgåva är karta, GeoPackage och webbsida med samma nummer, datum och fingeravtryck.</source>
        <translation>An edition is a map, a GeoPackage and a web page with the same number, date and fingerprint.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <source>Flytta namn…</source>
        <translation>Move names…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <source>Se kartbladet som det trycks, och flytta namn som är olämpligt placerade.</source>
        <translation>See the sheet as it will be printed, and move names that stand badly.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <source>Se vad som är nytt sedan en utgåva eller en annan fil, som lista och på kartan.</source>
        <translation>See what is new since an edition or another file, as a list and on the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Fingeravtryck</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/edition_page.py"/>
        <source>Ingen utgåva är gjord än.</source>
        <translation>No edition has been made yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_controller.py"/>
        <source>utgavor</source>
        <translation>editions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_controller.py"/>
        <source>Avbrutet. Ingen utgåva gjordes.</source>
        <translation>Cancelled. No edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Gör utgåva</source>
        <translation>Make edition</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Utgåva {number} är klar</source>
        <translation>Edition {number} is ready</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Status: {status}. Fingeravtryck: {mark}.</source>
        <translation>Status: {status}. Fingerprint: {mark}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Mapp: {mapp}</source>
        <translation>Folder: {mapp}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Utgåvan får en egen mapp i den mapp du väljer.</source>
        <translation>The edition gets a folder of its own in the one you choose.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>{frågor}. Det som stod där förut gäller tills det är avgjort.</source>
        <translation>{frågor}. Until that is decided, what was there before holds.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Välj en mapp i fältet Mapp.</source>
        <translation>Choose a folder in the field Folder.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Skriv hela sökvägen i fältet Mapp, eller välj mappen med knappen bredvid.</source>
        <translation>Write the whole path in the field Folder, or choose the folder with the button beside it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Format, fler kartblad och tillval</source>
        <translation>Formats, more sheets and options</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Välj mapp</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Alla bilder utom gruppernas varianter</source>
        <translation>All pictures but the groups' variants</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Alla bilder som har objekt</source>
        <translation>All pictures that have objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Namn eller organisation</source>
        <translation>Name or organisation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Mapp</source>
        <translation>Folder</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Kartor</source>
        <translation>Maps</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Kartblad</source>
        <translation>Map sheet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Papper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Gjord av</source>
        <translation>Made by</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Villkor</source>
        <translation>Terms</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/task_dialog.py"/>
        <source>Öppna mappen</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Verifiera</source>
        <translation>Verify</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Öppna i layouthanteraren</source>
        <translation>Open in the layout designer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Ändra kartbladet för hand i QGIS. Det kan sedan sparas som egen layout.</source>
        <translation>Change the sheet by hand in QGIS. It can then be saved as a layout of your own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Mapp för utgåvan</source>
        <translation>Folder for the edition</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Ändras i steget Syfte.</source>
        <translation>It is changed in the step Purpose.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Ingen licens, inget spridningstillstånd och inget diarienummer är angivet. De skrivs i steget Syfte.</source>
        <translation>No licence, no permission to publish and no reference number is stated. They are written in the step Purpose.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Granskningen har {count} fel, och de följer med i utgåvan:</source>
        <translation>The check finds {count} errors, and the edition carries them:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/plan_standard_box.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_tree.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/row_tree.py"/>
        <source>… och {count} till.</source>
        <translation>… and {count} more.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_dialog.py"/>
        <source>Rätta dem i fliken Granska och gör utgåvan igen.</source>
        <translation>Mend them in the Check tab and make the edition again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Format</source>
        <translation>Formats</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Fler kartblad och papper</source>
        <translation>More sheets and papers</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Tillval</source>
        <translation>Options</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Fler kartblad</source>
        <translation>More sheets</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Fler papper</source>
        <translation>More papers</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Sverigekarta med området markerat</source>
        <translation>Map of Sweden with the area marked</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Koordinatrutnät, SWEREF 99 TM</source>
        <translation>Coordinate grid, SWEREF 99 TM</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Utfall och skärmärken till tryckeriet</source>
        <translation>Bleed and crop marks for the printer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>{n} pixlar</source>
        <translation>{n} pixels</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Välj fil…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>PNG-bildens bredd</source>
        <translation>Width of the PNG picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Layout för kartan</source>
        <translation>Layout for the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Layout från QGIS layouthanterare</source>
        <translation>Layout from QGIS's layout designer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/export_options.py"/>
        <source>Layoutmall (*.qpt)</source>
        <translation>Layout template (*.qpt)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_actions.py"/>
        <source>Rita något först: ingen bild har några objekt än.</source>
        <translation>Draw something first: no picture has any objects yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Flytta namn</source>
        <translation>Move names</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>{count} namn är flyttade.</source>
        <translation>{count} names have been moved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Namnens nya platser är inte sparade. Ska de sparas?</source>
        <translation>The new places of the names are not saved. Save them?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Spara inte</source>
        <translation>Don't save</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/export_panel/layout_designer.py"/>
        <source>Egen layout</source>
        <translation>Own layout</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Dra ett namn dit det ska stå, eller klicka på det och använd piltangenterna. Platserna gäller den här bilden på det här papperet.</source>
        <translation>Drag a name to where it should stand, or click on it and use the arrow keys. The places hold for this picture on this paper.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>De här namnen fick inte plats. Dubbelklicka för att sätta ut ett.</source>
        <translation>These names found no room. Double-click one to place it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <source>Gör om</source>
        <translation>Redo</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Lägg tillbaka</source>
        <translation>Put back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Låt kartan själv placera det valda namnet (Delete).</source>
        <translation>Let the map place the chosen name itself (Delete).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Lägg tillbaka alla</source>
        <translation>Put all back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Lås alla</source>
        <translation>Lock all</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Låt alla raka namn stå kvar där de står nu, också när annat ändras. Namn längs stråk låses inte.</source>
        <translation>Let all straight names stay where they stand now, even when other things change. Names along corridors are not locked.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Hela bladet</source>
        <translation>Whole sheet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_dialog.py"/>
        <source>Visa hela kartbladet igen. Rulla med mushjulet för att komma närmare.</source>
        <translation>Show the whole sheet again. Turn the mouse wheel to come closer.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/label_position_view.py"/>
        <source>Kartbladet med namnen</source>
        <translation>The sheet with its names</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/layout_designer.py"/>
        <source>Spara som egen layout…</source>
        <translation>Save as own layout…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/layout_designer.py"/>
        <source>Spara som egen layout</source>
        <translation>Save as own layout</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/layout_designer.py"/>
        <source>Layoutens namn</source>
        <translation>Name of the layout</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/layout_designer.py"/>
        <source>Layouten ”{namn}” följer nu med strukturbilden och används nästa gång kartan ges ut.</source>
        <translation>The layout “{namn}” now goes along with the structural picture and is used the next time the map is given out.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/layout_designer.py"/>
        <source>Layouten är ändrad. Ska den sparas som egen layout i strukturbilden?</source>
        <translation>The layout has been changed. Save it as an own layout in the structural picture?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/plan_standard_box.py"/>
        <source>Ord för översiktsplan</source>
        <translation>Words for comprehensive plans</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/plan_standard_box.py"/>
        <source>Inga</source>
        <translation>None</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/plan_standard_box.py"/>
        <source>Objekten i GeoPackage-filen får bara strukturbildens egna ord.</source>
        <translation>The objects in the GeoPackage get only the strukturbild's own words.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/export_panel/plan_standard_box.py"/>
        <source>Egna översättningar med fel kan inte väljas:</source>
        <translation>Own translations with faults cannot be chosen:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Filen {name} är skrivskyddad. Spara en kopia för att kunna rita.</source>
        <translation>The file {name} is write-protected. Save a copy to be able to draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Filen {name} är borttagen. Innehållet finns kvar här: spara det i en ny fil.</source>
        <translation>The file {name} has been deleted. Its content is still here: save it in a new file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Filen {name} går inte att nå. Det du har ritat är kvar här. Anslut mappen {folder} igen eller lägg tillbaka filen.</source>
        <translation>The file {name} cannot be reached. What you have drawn is still here. Connect the folder {folder} again or put the file back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Någon har bytt ut filen {name} mot en annan version. Öppna den nya; din sparas bredvid, och det du inte hunnit spara följer med.</source>
        <translation>Somebody has replaced the file {name} by another version. Open the new one; yours is saved beside it, and what you had not saved goes along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>En annan fil har tagit platsen för {name}. Spara din strukturbild i en ny fil.</source>
        <translation>Another file has taken the place of {name}. Save your strukturbild in a new file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>En annan version av {name} har skrivits över den här medan den var öppen. Öppna den på nytt; det du inte hunnit spara följer med. Av det som sparats här finns de senaste lägena i Tidigare lägen.</source>
        <translation>Another version of {name} has been written over this one while it was open. Open it anew; what you had not saved comes along. Of what was saved here, the latest states are under Earlier states.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Filen {name} saknar {delar}, som ett annat program har tagit bort eller döpt om. Öppna den på nytt, så kan den lagas; det du inte hunnit spara följer med.</source>
        <translation>The file {name} lacks {delar}, which another program has removed or renamed. Open it again and it can be mended; what you have not saved comes along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Filen {name} har flyttats till {new}. Öppna den där för att rita vidare; det osparade följer med.</source>
        <translation>The file {name} has been moved to {new}. Open it there to go on drawing; what is not saved goes along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Filen {name} heter nu {new}. Öppna den för att rita vidare; det osparade följer med.</source>
        <translation>The file {name} is now called {new}. Open it to go on drawing; what is not saved goes along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Öppna den på sin nya plats</source>
        <translation>Open it in its new place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Öppna den under sitt nya namn</source>
        <translation>Open it under its new name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Spara en kopia att rita i</source>
        <translation>Save a copy to draw in</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Spara en ny fil…</source>
        <translation>Save a new file…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Öppna den nya</source>
        <translation>Open the new one</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Spara min i en ny fil…</source>
        <translation>Save mine in a new file…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Öppna den på nytt</source>
        <translation>Open it anew</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>{n} objekt som du har ändrat har också ändrats av någon annan. Hämta deras innan du sparar.</source>
        <translation>{n} objects that you have changed have also been changed by somebody else. Get theirs before you save.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Ett objekt som du har ändrat har tagits bort av någon annan. Hämta deras ändringar innan du sparar.</source>
        <translation>An object that you have changed has been deleted by somebody else. Get their changes before you save.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>Ett objekt som du har ändrat</source>
        <translation>An object that you have changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>någon annan</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>{name} har också ändrats av {who}. Hämta deras ändringar innan du sparar; dina läggs tillbaka efteråt.</source>
        <translation>{name} has also been changed by {who}. Get their changes before you save; yours are put back afterwards.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/file_state_texts.py"/>
        <source>{n} objekt hade också ändrats av någon annan: {names}. QGIS egen sparknapp behåller ditt där båda har skrivit. Spara med panelens knapp, så får du välja.</source>
        <translation>{n} objects had also been changed by somebody else: {names}. QGIS's own save button keeps yours where both have written. Save with the panel's button to choose.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/lost_file.py"/>
        <source>Strukturbilden {title} ligger på en disk som inte svarar.</source>
        <translation>The strukturbild {title} lies on a disk that does not answer.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/lost_file.py"/>
        <source>Strukturbilden {title} finns inte där projektet letar.</source>
        <translation>The strukturbild {title} is not where the project looks for it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/lost_file.py"/>
        <source>Projektet letar efter {path}.</source>
        <translation>The project looks for {path}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/lost_file.py"/>
        <source>Öppna den som ligger bredvid projektet</source>
        <translation>Open the one beside the project</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/lost_file.py"/>
        <source>Leta upp filen…</source>
        <translation>Find the file…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/lost_file.py"/>
        <source>Leta upp strukturbilden</source>
        <translation>Find the strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>Lagret {layers} är borttaget ur projektet.</source>
        <translation>The layer {layers} has been removed from the project.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>Lagren {layers} är borttagna ur projektet.</source>
        <translation>The layers {layers} have been removed from the project.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>{n} lager är borttagna ur projektet.</source>
        <translation>{n} layers have been removed from the project.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>Lägg tillbaka det för att rita vidare.</source>
        <translation>Put it back to go on drawing.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>Lägg tillbaka dem för att rita vidare.</source>
        <translation>Put them back to go on drawing.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>Ctrl+Z går inte längre tillbaka än hit; Tidigare lägen gör det.</source>
        <translation>Ctrl+Z goes no further back than this; Earlier states does.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>Det som inte var sparat i {layers} följde med; det ligger i säkerhetskopian.</source>
        <translation>What had not been saved in {layers} went with it; it is in the backup copy.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>Lägg tillbaka lagret</source>
        <translation>Put the layer back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/missing_layers.py"/>
        <source>Lägg tillbaka lagren</source>
        <translation>Put the layers back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/read_only_layers.py"/>
        <source>Lagret {layers} är skrivskyddat i QGIS. Lås upp det för att rita.</source>
        <translation>The layer {layers} is read-only in QGIS. Unlock it to draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/read_only_layers.py"/>
        <source>Lagren {layers} är skrivskyddade i QGIS. Lås upp dem för att rita.</source>
        <translation>The layers {layers} are read-only in QGIS. Unlock them to draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/read_only_layers.py"/>
        <source>{n} lager är skrivskyddade i QGIS. Lås upp dem för att rita.</source>
        <translation>{n} layers are read-only in QGIS. Unlock them to draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/read_only_layers.py"/>
        <source>Lås upp lagret</source>
        <translation>Unlock the layer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/file_state/read_only_layers.py"/>
        <source>Lås upp lagren</source>
        <translation>Unlock the layers</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_table.py"/>
        <source>Motsvarar kod</source>
        <translation>Corresponds to code</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_table.py"/>
        <source>Motsvarar mål</source>
        <translation>Corresponds to goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_table.py"/>
        <source>Skäl</source>
        <translation>Reason</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_table.py"/>
        <source>Bedömt av</source>
        <translation>Assessed by</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_table.py"/>
        <source>Dag</source>
        <translation>Day</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Nationella och globala mål</source>
        <translation>National and global goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Regionens mål</source>
        <translation>The region's goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <source>Sök bland målen</source>
        <translation>Search the goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <source>Varför? En mening</source>
        <translation>Why? One sentence</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Siffra eller blanksteg kryssar för, flera om ni vill. Bokstäver hamnar i skälet. Enter sparar och går till nästa mål, + och − byter mål utan att spara.</source>
        <translation>A digit or space ticks, several if you like. Letters go into the reason. Enter saves and goes to the next goal, + and − change goal without saving.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Spara som tabell…</source>
        <translation>Save as table…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Spara bedömningen</source>
        <translation>Save the assessment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Föregående, utan att spara</source>
        <translation>Previous, without saving</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Nästa, utan att spara</source>
        <translation>Next, without saving</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Hämta {name}</source>
        <translation>Import {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>{name} är hämtad</source>
        <translation>{name} was added</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Strukturbilden har inga egna mål än.</source>
        <translation>The strukturbild has no goals of its own yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Regionens bedömning</source>
        <translation>The region's assessment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Kryssa först för vad målet motsvarar. Det du skrivit står kvar.</source>
        <translation>First tick what the goal corresponds to. What you have written remains.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>inget nationellt eller globalt mål</source>
        <translation>no national or global goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>{goal} motsvarar {others}</source>
        <translation>{goal} corresponds to {others}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>bedömningen av {goal}</source>
        <translation>the assessment of {goal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Motsvarar {n} mål</source>
        <translation>Corresponds to {n} goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Mål med en motsvarighet: {n} av {all}.</source>
        <translation>Goals with a counterpart: {n} of {all}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>motsvarigheter</source>
        <translation>counterparts</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Spara som tabell</source>
        <translation>Save as table</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/counterpart_window.py"/>
        <source>Sparat: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Egna mål</source>
        <translation>Own goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>ny samling</source>
        <translation>new set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Våra mål</source>
        <translation>Our goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>{name} (egen version)</source>
        <translation>{name} (own version)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>egen version av {name}</source>
        <translation>own version of {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>nytt mål</source>
        <translation>new goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>flytta {goal}</source>
        <translation>move {goal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>ta bort {name}</source>
        <translation>remove {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Det finns inga mål än. Gör en ny samling, eller läs in mål från en tabell.</source>
        <translation>There are no goals yet. Make a new set, or read goals from a table.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Ny samling</source>
        <translation>New set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Efter det valda (Insert)</source>
        <translation>After the selected one (Insert)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Under det valda (Skift+Insert)</source>
        <translation>Below the selected one (Shift+Insert)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Nytt delmål</source>
        <translation>New sub-goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Flytta upp (Alt+uppåtpil)</source>
        <translation>Move up (Alt+Up)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Flytta ned (Alt+nedåtpil)</source>
        <translation>Move down (Alt+Down)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Flytta ut en nivå (Alt+vänsterpil)</source>
        <translation>Move out one level (Alt+Left)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Flytta in under målet ovanför (Alt+högerpil)</source>
        <translation>Move in below the goal above (Alt+Right)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Ta bort ändå</source>
        <translation>Delete anyway</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Gör en egen version av den</source>
        <translation>Make an own version of it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Samlingen är hämtad ur målbiblioteket. Den är en version av strategin och ändras inte, så att kopplingarna alltid betyder detsamma. Vill ni ändra något gör ni en egen version: en ny samling med samma mål, som ersätter den här. Kopplingarna flyttar ni sedan mål för mål i steget RUS-mål, med Byt till …</source>
        <translation>The set was imported from the goal library. It is a version of the strategy and does not change, so that links always mean the same. If you want to change something, make an own version: a new set with the same goals, which replaces this one. Then move the links goal by goal in the step RUS goals, with Change to …</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>{what} för {goal}</source>
        <translation>{what} of {goal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Samlingen har {n} mål.</source>
        <translation>The set has {n} goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Kopplingar till objekt som tas bort: {n}.</source>
        <translation>Links to objects that are removed: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Bedömningar mot andra mål som tas bort: {n}.</source>
        <translation>Assessments against other goals that are removed: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Mål under det som flyttas upp en nivå: {n}.</source>
        <translation>Goals below it that move up one level: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor.py"/>
        <source>Ångra ger tillbaka allt.</source>
        <translation>Undo gives everything back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor_tree.py"/>
        <source>Målsamlingar och mål</source>
        <translation>Goal sets and goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor_tree.py"/>
        <source>ur målbiblioteket</source>
        <translation>from the goal library</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_editor_tree.py"/>
        <source>egen samling</source>
        <translation>own set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Inte angivet</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Målets titel</source>
        <translation>Title of the goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Målets nummer i er strategi, till exempel 1.2.</source>
        <translation>The number of the goal in your strategy, for example 1.2.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/many_form.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <location filename="../../strukturbild_plugin/store/importing/values.py"/>
        <source>Nivå</source>
        <translation>Level</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Ert eget ord: Målområde, Mål, Delmål …</source>
        <translation>Your own word: Goal area, Goal, Sub-goal …</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Beskrivning</source>
        <translation>Description</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Indikator</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Hur målet följs upp</source>
        <translation>How the goal is followed up</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Målår</source>
        <translation>Target year</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Källa</source>
        <translation>Source</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Dokument och sida, eller webbadress</source>
        <translation>Document and page, or web address</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Tillgänglighet</source>
        <translation>Accessibility</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Vilken del av tillgängligheten målet gäller.</source>
        <translation>Which part of accessibility the goal is about.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Prioriterat</source>
        <translation>Given priority</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Tomt räknas som 1.</source>
        <translation>Empty counts as 1.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>ÅÅÅÅ eller ÅÅÅÅ-MM-DD</source>
        <translation>YYYY or YYYY-MM-DD</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Den version som den här samlingen kommer efter. Då går kopplingar att flytta med Byt till …</source>
        <translation>The version that this set comes after. Then links can be moved with Change to …</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Samlingens namn</source>
        <translation>Name of the set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Region, kommun eller samverkan</source>
        <translation>Region, municipality or cooperation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Antagen</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Horisont (år)</source>
        <translation>Horizon (year)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Gäller till</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Ett år, en dag eller ord</source>
        <translation>A year, a day or words</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Webbadress till den antagna strategin.</source>
        <translation>Web address of the adopted strategy.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Alla mål är med</source>
        <translation>All goals are there</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Ersätter</source>
        <translation>Replaces</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Ingen annan samling</source>
        <translation>No other set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_form.py"/>
        <source>Vision eller övergripande mål</source>
        <translation>Vision or overall goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Läs in mål från en tabell</source>
        <translation>Read goals from a table</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Välj en fil, eller dra hit den.</source>
        <translation>Choose a file, or drop it here.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Läser {file}…</source>
        <translation>Reading {file}…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Läs om</source>
        <translation>Read again</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Läser filen igen, när ni har rättat den.</source>
        <translation>Reads the file again, when you have corrected it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Läs in</source>
        <translation>Read in</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Blad</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Till</source>
        <translation>Into</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <source>Kolumner</source>
        <translation>Columns</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Tabeller ({endings})</source>
        <translation>Tables ({endings})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>En ny samling</source>
        <translation>A new set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Förnya {name}</source>
        <translation>Renew {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>inläsning av {file}</source>
        <translation>reading of {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Hämtas: {n} mål.</source>
        <translation>Imported: {n} goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_dialog.py"/>
        <source>Rader som inte hämtas: {n}.</source>
        <translation>Rows that are not imported: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_tree.py"/>
        <source>Vad som hämtas</source>
        <translation>What is imported</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_tree.py"/>
        <source>Finns inte i tabellen, men ligger kvar: {n}</source>
        <translation>Not in the table, but remain: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_tree.py"/>
        <source>Finns inte i tabellen, och tas bort: {n}</source>
        <translation>Not in the table, and are removed: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_tree.py"/>
        <source>Hämtas: {n}</source>
        <translation>Imported: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_tree.py"/>
        <source>ändras</source>
        <translation>changes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_tree.py"/>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>som förut</source>
        <translation>as before</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/goal_import_tree.py"/>
        <source>Hämtas inte: {n}</source>
        <translation>Not imported: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_editing/own_goals.py"/>
        <source>Det finns målkopplingar som inte är sparade. Spara strukturbilden först.</source>
        <translation>There are goal links that are not saved. Save the strukturbild first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_controller.py"/>
        <source>Strukturbilden har inga mål än. Hämta dem i steget RUS-mål.</source>
        <translation>The structure picture has no goals yet. Add them in the step RUS goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Välj först på kartan vad som ska kopplas. Det du skrivit står kvar.</source>
        <translation>First choose on the map what to link. What you have written is kept.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Välj först ett mål i listan. Det du skrivit står kvar.</source>
        <translation>First choose a goal in the list. What you have written is kept.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Det var det sista målet i listan.</source>
        <translation>That was the last goal in the list.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Det var det första målet i listan.</source>
        <translation>That was the first goal in the list.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Inget annat objekt i bilden saknar mål.</source>
        <translation>No other object in the picture lacks goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Koppla till mål</source>
        <translation>Link to goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Koppla till {goal}</source>
        <translation>Link to {goal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Välj mål i listan eller med en siffra. Klicka på ett annat objekt för att gå dit.</source>
        <translation>Choose goals in the list or with a digit. Click on another object to go there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_controller.py"/>
        <source>Klicka på det som stödjer eller motverkar målet, eller dra runt flera.</source>
        <translation>Click on what supports or works against the goal, or drag round several.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Visa förslag</source>
        <translation>Show suggestions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Märker mål vars ord liknar objektets klass och namn. Inget kopplas förrän ni väljer det.</source>
        <translation>Marks goals whose words are like the object's class and name. Nothing is linked until you choose it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Varför? En mening, samma för alla valda</source>
        <translation>Why? One sentence, the same for all chosen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Ta bort de valdas koppling till målet (tangent Delete)</source>
        <translation>Remove the chosen objects' links to the goal (Delete key)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Ta bort objektets koppling till de valda målen (tangent Delete)</source>
        <translation>Remove the object's links to the chosen goals (Delete key)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>På kartan: klicka eller ringa in, klicka igen för att ta bort. Siffra väljer mål, + och − ändrar bidraget, bokstäver hamnar i skälet. Enter kopplar och går vidare, Esc lämnar.</source>
        <translation>On the map: click or drag round, click again to take off. A digit chooses a goal, + and − change the contribution, letters go into the reason. Enter links and goes on, Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Siffra eller klick väljer mål, flera om ni vill. + och − ändrar bidraget, bokstäver hamnar i skälet. Enter kopplar och går till nästa objekt utan mål, Esc lämnar.</source>
        <translation>A digit or a click chooses goals, several if you like. + and − change the contribution, letters go into the reason. Enter links and goes to the next object without goals, Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Mål för mål</source>
        <translation>Goal by goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_page.py"/>
        <source>Objekt för objekt</source>
        <translation>Object by object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_start.py"/>
        <source>Koppla på kartan…</source>
        <translation>Link on the map…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_start.py"/>
        <source>Ett mål i taget: välj allt som stödjer eller motverkar det.</source>
        <translation>One goal at a time: choose everything that supports or works against it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_link_start.py"/>
        <source>Vilka mål som har stöd på kartan, och var objekt, mål eller text saknas.</source>
        <translation>Which goals have support on the map, and where objects, goals or text are missing.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>1 objekt kopplat till {goal}</source>
        <translation>1 object linked to {goal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>{n} objekt kopplade till {goal}</source>
        <translation>{n} objects linked to {goal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>Välj ett mål i listan</source>
        <translation>Choose a goal in the list</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>Inget kopplat än.</source>
        <translation>Nothing linked yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>Kopplade till målet: {n} objekt.</source>
        <translation>Linked to the goal: {n} objects.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Klicka på ett mål för att fortsätta.</source>
        <translation>Click on a goal to go on.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>Valda: {n}.</source>
        <translation>Chosen: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>Valda: {n}. Redan kopplade, som ändras: {k}.</source>
        <translation>Chosen: {n}. Linked already, to be changed: {k}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>Koppla: {words}</source>
        <translation>Link: {words}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/goal_round.py"/>
        <source>Koppla {n}: {words}</source>
        <translation>Link {n}: {words}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Ta bort målkopplingar</source>
        <translation>Remove goal links</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>Förslag</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Objekt i bilden utan mål: {n}.</source>
        <translation>Objects in the picture without goals: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Valda mål: {n}.</source>
        <translation>Goals chosen: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Inget mål liknar objektets klass och namn.</source>
        <translation>No goal is like the class and name of the object.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Förslag: {n} mål.</source>
        <translation>Suggested: {n} goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Klicka på ett objekt på kartan</source>
        <translation>Click on an object on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>utan mål</source>
        <translation>without goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>kopplat till {n} mål</source>
        <translation>linked to {n} goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Nästa utan mål</source>
        <translation>Next without goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Koppla {n} mål: {words}</source>
        <translation>Link {n} goals: {words}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_linking/object_round.py"/>
        <source>Kopplat: {how}</source>
        <translation>Linked: {how}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Alla mål har stöd av objekt</source>
        <translation>All goals have support from objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Alla objekt är kopplade till mål</source>
        <translation>All objects are linked to goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Svenska kommuner utan objekt, mål eller text</source>
        <translation>Swedish municipalities without objects, goals or text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Kommuner utan objekt, mål eller text</source>
        <translation>Municipalities without objects, goals or text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Landsbygder utan objekt, mål eller text</source>
        <translation>Countryside without objects, goals or text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Ingen ritad landsbygd saknar objekt, mål eller text</source>
        <translation>No countryside that is drawn lacks objects, goals or text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Objekt med flera regioners mål</source>
        <translation>Objects with goals of several regions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Inget objekt har flera regioners mål</source>
        <translation>No object has goals of several regions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Alla svenska kommuner har objekt, mål och text. Kommuner i Norge och Finland räknas inte.</source>
        <translation>All Swedish municipalities have objects, goals and text. Municipalities in Norway and Finland are not counted.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Kommuner i Norge och Finland räknas inte.</source>
        <translation>Municipalities in Norway and Finland are not counted.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Alla kommuner har objekt, mål och text</source>
        <translation>All municipalities have objects, goals and text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/gap_groups.py"/>
        <source>Kommunernas gränser saknas</source>
        <translation>The outlines of the municipalities are missing</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_controller.py"/>
        <source>Bara mål som inte har undermål räknas, så att inget räknas två gånger.</source>
        <translation>Only goals without goals below them count, so that nothing counts twice.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_controller.py"/>
        <source>{mal} mål utan plats, {objekt} objekt utan mål.</source>
        <translation>{mal} goals without a place, {objekt} objects without a goal.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Vad som visas</source>
        <translation>What is shown</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Vita fläckar</source>
        <translation>White spots</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <location filename="../../strukturbild_plugin/gui/goal_map/scenario_controller.py"/>
        <source>Jämför bilder</source>
        <translation>Compare pictures</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Spara tabell…</source>
        <translation>Save table…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Alla målsamlingar</source>
        <translation>All goal sets</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Alla strukturer</source>
        <translation>All structures</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>På kartan ”{goal}”: blått stödjer, streckat orange motverkar.</source>
        <translation>On the map “{goal}”: blue supports, dashed orange works against.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Struktur</source>
        <translation>Structure</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>På kartan</source>
        <translation>On the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Visa på kartan det som är valt här. Det övriga tonas ned. Bara på skärmen.</source>
        <translation>Show on the map what is chosen here. The rest is muted. Only on the screen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/goal_map_page.py"/>
        <source>Bara mål utan plats</source>
        <translation>Only goals without a place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>Strukturbilden har inga mål än.</source>
        <translation>The strukturbild has no goals yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>{n} av {antal} par bedömda.</source>
        <translation>{n} of {antal} pairs assessed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>Bara mål som möts i samma objekt på kartan, högst {antal} par. Inte bedömt är inte noll. Skalan är Nilssons, Griggs och Visbecks (2016), med våra ord.</source>
        <translation>Only goals that meet in the same object on the map, at most {antal} pairs. Not assessed is not zero. The scale is that of Nilsson, Griggs and Visbeck (2016).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>Skriv först vem som bedömer. Varje bedömning har en person eller en grupp.</source>
        <translation>First write who assesses. Every assessment has a person or a group.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>Välj hur målet påverkas. Det du skrivit står kvar.</source>
        <translation>Choose how the goal is influenced. What you wrote is kept.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>Inget objekt på kartan är kopplat till flera mål, så det finns inga par att bedöma.</source>
        <translation>No object on the map is linked to several goals, so there are no pairs to assess.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>Inget mål motverkar ett annat enligt bedömningarna.</source>
        <translation>No goal works against another in what is assessed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_controller.py"/>
        <source>Inget par är bedömt än.</source>
        <translation>No pair is assessed yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Par att bedöma</source>
        <translation>Pairs to assess</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Konflikter, störst först</source>
        <translation>Conflicts, largest first</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Om utvecklingen går mot det första målet, hur påverkas det andra?</source>
        <translation>If progress is made on the first goal, how is the second affected?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Vem bedömer…</source>
        <translation>Who assesses…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Varje bedömning har en person eller en grupp.</source>
        <translation>Every assessment has a person or a group.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Ingen har bedömt paret än.</source>
        <translation>Nobody has assessed the pair yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/influence_view.py"/>
        <source>Varför?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_controller.py"/>
        <source>Letar efter var mål möts</source>
        <translation>Looking for where goals meet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_controller.py"/>
        <source>{n} frågor, {öppna} öppna.</source>
        <translation>{n} questions, {öppna} open.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_controller.py"/>
        <source>{n} visas; tabellen har alla.</source>
        <translation>{n} are shown; the table has all.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_view.py"/>
        <source>Alla slag</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_view.py"/>
        <source>Alla statusar</source>
        <translation>All statuses</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_view.py"/>
        <source>Ansvarig: organisation eller roll</source>
        <translation>Responsible: organisation or role</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/question_view.py"/>
        <source>Vad ska göras, eller varför accepteras det?</source>
        <translation>What is to be done, or why is it accepted?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/scenario_controller.py"/>
        <source>Välj minst två bilder. Filen behöver ha två bilder att jämföra.</source>
        <translation>Choose at least two pictures. The file has to have two pictures to compare.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/scenario_controller.py"/>
        <source>3 −1: tre objekt stödjer målet, ett motverkar. Ingen samlad poäng.</source>
        <translation>3 −1: three objects support the goal, one works against it. No total score.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/scenario_controller.py"/>
        <source>Bilderna har ingen gemensam utgångsbild.</source>
        <translation>The pictures have no start in common.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/scenario_view.py"/>
        <source>Bild {n} att jämföra</source>
        <translation>Picture {n} to compare</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/scenario_view.py"/>
        <source>Bara skillnader</source>
        <translation>Only differences</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/scenario_view.py"/>
        <source>Visa bredvid varandra</source>
        <translation>Show side by side</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/scenario_view.py"/>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Ingen</source>
        <translation>None</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/table_saving.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Spara tabellen som</source>
        <translation>Save the table as</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/table_saving.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Sparat: {fil}</source>
        <translation>Saved: {fil}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/goal_map/table_saving.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Sparar tabellen</source>
        <translation>Saving the table</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/column_table.py"/>
        <source>Fler uppgifter</source>
        <translation>More fields</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/column_table.py"/>
        <source>(tomt)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_controller.py"/>
        <source>Hämta objekt ur {fil}</source>
        <translation>Get objects from {fil}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Hämta objekt ur en fil</source>
        <translation>Get objects from a file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Hämta</source>
        <translation>Get</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Alla filer (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Filer som går att läsa ({endings})</source>
        <translation>Files that can be read ({endings})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Fil att hämta objekt ur</source>
        <translation>File to get objects from</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Ångra valet: {val}</source>
        <translation>Undo the choice: {val}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Hämta som…</source>
        <translation>Get as…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_dialog.py"/>
        <source>Välj bland {count}…</source>
        <translation>Choose among {count}…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>Lager</source>
        <translation>Layer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Blir</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <source>Känns igen på</source>
        <translation>Recognised by</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <source>Öst (x, longitud)</source>
        <translation>East (x, longitude)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <source>Norr (y, latitud)</source>
        <translation>North (y, latitude)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <source>Står båda i en kolumn, eller som WKT: välj den som öst och låt norr vara.</source>
        <translation>If both stand in one column, or as WKT: choose it as east and leave north.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <source>Alla lager: {antal} objekt</source>
        <translation>All layers: {antal} objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>namn och plats</source>
        <translation>name and place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <source>(söks upp)</source>
        <translation>(looked for)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_form.py"/>
        <source>som filen anger</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Finns redan, men filen har andra uppgifter</source>
        <translation>There already, but the file says otherwise</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Finns redan, likadana</source>
        <translation>There already, the same</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Tas inte med</source>
        <translation>Left out</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{count} uppdateras</source>
        <translation>{count} to be updated</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{count} skiljer sig och ändras inte</source>
        <translation>{count} differ and are not changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{count} ny</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{count} nya</source>
        <translation>{count} new</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{count} finns redan</source>
        <translation>{count} there already</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{count} tas inte med</source>
        <translation>{count} left out</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Inget att hämta.</source>
        <translation>Nothing to get.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Hämta 1 objekt</source>
        <translation>Get 1 object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Hämta {count} objekt</source>
        <translation>Get {count} objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>1 nytt objekt</source>
        <translation>1 new object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{count} nya objekt</source>
        <translation>{count} new objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>1 uppdaterat</source>
        <translation>1 updated</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{count} uppdaterade</source>
        <translation>{count} updated</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>Hämtat ur {fil}: {vad}.</source>
        <translation>From {fil}: {vad}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>punkter</source>
        <translation>points</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>linjer</source>
        <translation>lines</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>ytor</source>
        <translation>areas</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/geometry_kinds.py"/>
        <source>punkt</source>
        <translation>point</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/geometry_kinds.py"/>
        <source>linje</source>
        <translation>line</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/geometry_kinds.py"/>
        <source>yta</source>
        <translation>area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <location filename="../../strukturbild_plugin/store/examples/example_file.py"/>
        <source>objekt</source>
        <translation>object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>rad</source>
        <translation>row</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>rader</source>
        <translation>rows</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/import_texts.py"/>
        <source>{lager}: {antal} {vad}</source>
        <translation>{lager}: {antal} {vad}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/row_tree.py"/>
        <source>Hämtade tidigare, finns inte längre i filen: {count}. De är kvar i strukturbilden.</source>
        <translation>Got earlier and no longer in the file: {count}. They stay in the strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/importing/row_tree.py"/>
        <source>(utan namn)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_coordinates.py"/>
        <source>Där går det inte att rita: platsen ligger för långt från Sverige för SWEREF 99 TM (EPSG:3006). Zooma till strukturbilden och försök igen.</source>
        <translation>Nothing can be drawn there: the place is too far from Sweden for SWEREF 99 TM (EPSG:3006). Zoom to the strukturbild and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/context_menu.py"/>
        <source>Ångra: {what}</source>
        <translation>Undo: {what}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/context_menu.py"/>
        <source>Här finns också</source>
        <translation>Also here</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/corridor_tool.py"/>
        <source>Ett område behöver minst tre hörn. Klicka ut fler, eller tryck Esc och börja om.</source>
        <translation>An area needs at least three corners. Click more of them, or press Esc and begin again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/corridor_tool.py"/>
        <source>En linje behöver minst två platser. Klicka på en till, eller tryck Esc och börja om.</source>
        <translation>A line needs at least two places. Click one more, or press Esc and begin again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/delete_prompt.py"/>
        <source>{number} objekt</source>
        <translation>{number} objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/delete_prompt.py"/>
        <source>{thing} är borttaget.</source>
        <translation>{thing} is deleted.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/delete_prompt.py"/>
        <source>Kopplat till noden: {things}. Det ligger kvar på kartan, men utan noden.</source>
        <translation>Connected to the node: {things}. They stay on the map, but without the node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/delete_prompt.py"/>
        <source>Kopplingar till mål som tas bort: {number}.</source>
        <translation>Links to goals that go with it: {number}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/delete_prompt.py"/>
        <source>Ta bort {thing}?</source>
        <translation>Delete {thing}?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Klicka nod för nod. Enter eller högerklick avslutar, Esc lämnar.</source>
        <translation>Click node by node. Enter or right-click ends, Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Klicka på noden det går från och sedan på noden det går till. Esc lämnar.</source>
        <translation>Click the node it goes from, then the node it goes to. Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Håll musknappen nere och rita linjen. Esc lämnar.</source>
        <translation>Hold the mouse button and draw the line. Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Håll musknappen nere och rita runt området. Esc lämnar.</source>
        <translation>Hold the mouse button and draw round the area. Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Håll musknappen nere och rita längs mitten. Esc lämnar.</source>
        <translation>Hold the mouse button and draw along the middle. Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Klicka på kartan, en gång för varje. Esc lämnar.</source>
        <translation>Click on the map, once for each. Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Klicka dig fram längs linjen, eller håll musknappen nere och rita den. Enter eller högerklick avslutar, Esc lämnar.</source>
        <translation>Click along the line, or hold the mouse button down and draw it. Enter or a right click ends it, Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Klicka hörn för hörn, eller håll musknappen nere och rita runt området. Enter eller högerklick avslutar, Esc lämnar.</source>
        <translation>Click corner by corner, or hold the mouse button down and draw round the area. Enter or a right click ends it, Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/draw_mode.py"/>
        <source>Det du ritade är kvar. Enter eller högerklick försöker igen, Esc tar bort det.</source>
        <translation>What you drew is still here. Enter or a right click tries again, Esc takes it away.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/map_overlay.py"/>
        <source>Lämna (Esc)</source>
        <translation>Leave (Esc)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/map_overlay.py"/>
        <source>Lämna</source>
        <translation>Leave</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/map_overlay.py"/>
        <source>Ritar: {klass}</source>
        <translation>Drawing: {klass}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/map_overlay.py"/>
        <source>Klicka på något, eller dra en ruta runt flera. Ctrl-klick tar en till. En nod kan dras.</source>
        <translation>Click something, or drag a box around several. Ctrl-click takes one more. A node can be dragged.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>{number} objekt valda</source>
        <translation>{number} objects chosen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Stråket har ingen nod mellan sina ändar.</source>
        <translation>The corridor has no node between its ends.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Lägg till nod</source>
        <translation>Add node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Låt stråket gå genom en nod till</source>
        <translation>Let the corridor go through one more node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Ta ur nod</source>
        <translation>Take out node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Låt stråket gå förbi en av sina noder</source>
        <translation>Let the corridor go past one of its nodes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Stråket har inga noder att ta ur.</source>
        <translation>The corridor has no nodes to take out.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Gren härifrån</source>
        <translation>Branch from here</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Rita ett nytt stråk som börjar på det här</source>
        <translation>Draw a new corridor that begins on this one</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Dela vid nod</source>
        <translation>Split at node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Gör två stråk av ett</source>
        <translation>Make two corridors of one</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Sätt ihop med…</source>
        <translation>Join with…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Gör ett stråk av det här och ett som möter det i en ändnod</source>
        <translation>Make one corridor of this and one that meets it in an end node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Inget annat stråk i bilden börjar eller slutar i samma nod.</source>
        <translation>No other corridor in the picture begins or ends in the same node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Fortsätter mot…</source>
        <translation>Goes on towards…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Ange vart stråket fortsätter utanför kartan</source>
        <translation>State where the corridor goes on beyond the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Flernod av valda</source>
        <translation>Joint node of these</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Gör en gemensam nod av de valda, med allas stråk, samband och mål</source>
        <translation>Make one joint node of these, with the corridors, links and goals of all</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Noderna ligger i olika bilder.</source>
        <translation>The nodes are in different pictures.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Gör en gemensam nod av den här och en till</source>
        <translation>Make a joint node of this one and another</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Flernod med…</source>
        <translation>Joint node with…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Gör en egen nod av varje plats i flernoden</source>
        <translation>Make a node of its own of each place in the joint node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Dela flernod</source>
        <translation>Split joint node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Lägg till en bit</source>
        <translation>Add a piece</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Rita runt det som ska höra till ytan</source>
        <translation>Draw around what is to belong to the area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Ta bort en bit</source>
        <translation>Remove a piece</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Rita runt det som inte ska höra till ytan</source>
        <translation>Draw around what is not to belong to the area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Rita om</source>
        <translation>Redraw</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Rita ytan på nytt; texter och mål är kvar</source>
        <translation>Draw the area anew; texts and goals are kept</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Dra i linjen där den ska böjas, så många gånger du vill. Esc när du är klar.</source>
        <translation>Drag the line where it should bend, as often as you like. Esc when you are done.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Böj</source>
        <translation>Bend</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Dra ut linjen till en båge</source>
        <translation>Drag the line out into a curve</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Strukturbilden har bara en bild.</source>
        <translation>The strukturbild has only one picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Kopiera till bild…</source>
        <translation>Copy to picture…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Samma sak i en annan bild, med sina noder</source>
        <translation>The same thing in another picture, with its nodes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/options/author.py"/>
        <source>Ingen grupp</source>
        <translation>No group</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Ange vilken grupp som har ritat det valda</source>
        <translation>Say which group has drawn what is selected</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Ritat av…</source>
        <translation>Drawn by…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Ta bort det valda (tangent Delete)</source>
        <translation>Remove what is chosen (Delete key)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Kopierat till {picture}.</source>
        <translation>Copied to {picture}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Kopierat till {picture}, med en nod.</source>
        <translation>Copied to {picture}, with one node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Kopierat till {picture}, med {number} noder.</source>
        <translation>Copied to {picture}, with {number} nodes.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Målkopplingarna följde med.</source>
        <translation>The goal links went along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Klicka på noderna som stråket ska gå genom, en i taget. Esc när du är klar.</source>
        <translation>Click the nodes the corridor should go through, one at a time. Esc when you are done.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Klicka på noden som stråket ska gå förbi. Esc när du är klar.</source>
        <translation>Click the node the corridor should go past. Esc when you are done.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Klicka på noden där stråket ska delas. Esc avbryter.</source>
        <translation>Click the node where the corridor should be split. Esc cancels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Klicka på noden som ska bli en gemensam nod med {node}. Esc avbryter.</source>
        <translation>Click the node that should become a joint node with {node}. Esc cancels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Klicka på stråket som ska bli ett med det här. Esc avbryter.</source>
        <translation>Click the corridor that should become one with this. Esc cancels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Stråken möts inte i någon ändnod.</source>
        <translation>The corridors do not meet in an end node.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Sätt ihop</source>
        <translation>Join</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Gör ett stråk av de två</source>
        <translation>Make one corridor of the two</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Klicka där grenen ska börja, och sedan nod för nod. Enter eller högerklick avslutar, Esc avbryter.</source>
        <translation>Click where the branch should begin, then node by node. Enter or right click ends, Esc cancels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Håll musknappen nere och rita runt det som ska läggas till. Esc avbryter.</source>
        <translation>Hold the mouse button and draw around what is to be added. Esc cancels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Håll musknappen nere och rita runt det som ska bort. Esc avbryter.</source>
        <translation>Hold the mouse button and draw around what is to go. Esc cancels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/object_actions.py"/>
        <source>Håll musknappen nere och rita runt området på nytt. Esc avbryter.</source>
        <translation>Hold the mouse button and draw around the area anew. Esc cancels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <source>Fortsätter mot</source>
        <translation>Goes on towards</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <source>Går {strak} vidare utanför kartan? Skriv vart. Då ritas en pil med ortens namn i den änden.</source>
        <translation>Does {strak} go on beyond the map? Write where to. An arrow with the name of the place is drawn at that end.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <source>stråket</source>
        <translation>the corridor</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <source>I början</source>
        <translation>At the start</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <source>I slutet</source>
        <translation>At the end</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <source>Lämna tomt där stråket slutar på kartan.</source>
        <translation>Leave empty where the corridor ends on the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Klart</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <source>Ort, till exempel {place}</source>
        <translation>Place, for example {place}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/open_end_dialog.py"/>
        <source>Vid {node}:</source>
        <translation>At {node}:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Schematisera</source>
        <translation>Schematise</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Gör en förenklad yta av många detaljerade. Dra i reglagen; kartan visar resultatet.</source>
        <translation>Make one simplified area of many detailed ones. Drag the sliders; the map shows the result.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>{value} m</source>
        <translation>{value} m</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>{value} km²</source>
        <translation>{value} km²</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Ytor ur lagret</source>
        <translation>Areas of the layer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Slå ihop ytor närmare än</source>
        <translation>Join areas closer than</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Jämna ut bukter mindre än</source>
        <translation>Even out bays smaller than</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Rundning</source>
        <translation>Roundness</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Ta bort delar mindre än</source>
        <translation>Drop parts smaller than</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Fyll hål mindre än</source>
        <translation>Fill holes smaller than</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Lägg till i bilden</source>
        <translation>Add to the picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Bara de {number} markerade</source>
        <translation>Only the {number} selected</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Inget är markerat: alla ytor tas med</source>
        <translation>Nothing is selected: all areas are taken</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Det finns inget lager med ytor i projektet.</source>
        <translation>There is no layer with areas in the project.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Räknar…</source>
        <translation>Working it out…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>Schematiserar</source>
        <translation>Schematising</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>{number} ytor på {size} km²</source>
        <translation>{number} areas of {size} km²</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>En yta på {size} km²</source>
        <translation>One area of {size} km²</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>{number} förenklade ytor på {size} km²</source>
        <translation>{number} simplified areas of {size} km²</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>en förenklad yta på {size} km²</source>
        <translation>one simplified area of {size} km²</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/map_tools/schematise_dialog.py"/>
        <source>{before} blir {after}.</source>
        <translation>{before} become {after}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/messages.py"/>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/messages.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/task_dialog.py"/>
        <source>Avbrutet.</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/messages.py"/>
        <source>Ett oväntat fel avbröt åtgärden. Försök igen. Kommer felet tillbaka: kopiera felrapporten och skicka den till den som sköter QGIS hos er.</source>
        <translation>An unexpected error interrupted the action. Try again. If the error comes back: copy the error report and send it to whoever looks after QGIS in your organisation.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/messages.py"/>
        <source>Kopiera felrapport</source>
        <translation>Copy error report</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/messages.py"/>
        <source>Något oväntat hände och åtgärden avbröts. Detaljerna finns i loggen under fliken Strukturbild.</source>
        <translation>Something unexpected happened and the action was stopped. The details are in the log, under the tab Strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>Objektet är inte sparat än. Förankringen sparas tillsammans med det.</source>
        <translation>The object is not saved yet. The support is saved together with it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>Ingen förankring registrerad. Lägg till den organisation som står bakom.</source>
        <translation>No anchoring recorded. Add the organisation that stands behind it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Ta bort raden</source>
        <translation>Remove the row</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>Till exempel Karlstads kommun</source>
        <translation>For instance the municipality of Karlstad</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/many_form.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/mixed_fields.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <location filename="../../strukturbild_plugin/gui/widgets/multi_choice_field.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Inget valt</source>
        <translation>Nothing selected</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>Till exempel beslut, möte eller förbehåll</source>
        <translation>A decision, a meeting or a reservation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>Lägg till</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>Vem står bakom?</source>
        <translation>Who stands behind it?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>När?</source>
        <translation>When?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Nivå på samverkanstrappan</source>
        <translation>Level on the ladder of cooperation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>Anteckning</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>Inlagt av {who}</source>
        <translation>Added by {who}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>{actor} är tillagd</source>
        <translation>{actor} was added</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>{actor} är borttagen</source>
        <translation>{actor} was removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/anchoring_panel.py"/>
        <source>Raden är inlagd av {who}. Ta bort den ändå?</source>
        <translation>The row was added by {who}. Remove it all the same?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <source>Bidrag</source>
        <translation>Contribution</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <source>Ta bort kopplingen</source>
        <translation>Remove the link</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <source>Koppla till fler mål</source>
        <translation>Link to more goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <source>Kopplat till {n} av {all} mål.</source>
        <translation>Linked to {n} of {all} goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <source>Inte kopplat till något mål än.</source>
        <translation>Not linked to any goal yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_panel.py"/>
        <source>Ett mål som inte finns längre</source>
        <translation>A goal that is no longer there</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <source>Inget mål med de orden.</source>
        <translation>No goal with those words.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <source>Kopplat</source>
        <translation>Linked</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <source>Inget objekt än</source>
        <translation>No object yet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <source>{objects}, {n} motverkar</source>
        <translation>{objects}, {n} against</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <source>Regionens bedömning: motsvarar {goals}</source>
        <translation>The region's assessment: corresponds to {goals}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <source>Antagen {year}</source>
        <translation>Adopted {year}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/goal_tree.py"/>
        <source>till {year}</source>
        <translation>until {year}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/many_form.py"/>
        <source>Koppla till mål…</source>
        <translation>Link to goals…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/many_form.py"/>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <location filename="../../strukturbild_plugin/store/importing/values.py"/>
        <source>Undertyp</source>
        <translation>Subtype</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Objektet är inte sparat än. Lägg till insatser när det är sparat.</source>
        <translation>The object is not saved yet. Add measures when it is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Inga insatser är inlagda. Skriv vem som gör vad, och när.</source>
        <translation>There are no measures. Write who does what, and when.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Till exempel ny station, eller utredning av dubbelspår</source>
        <translation>For example a new station, or a study of double track</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>En organisation, inte en person</source>
        <translation>An organisation, not a person</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Planerad</source>
        <translation>Planned</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Pågår</source>
        <translation>Under way</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Genomförd</source>
        <translation>Carried out</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Till exempel Länstransportplan 2026–2037, avsnitt 4</source>
        <translation>For example County transport plan 2026–2037, section 4</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Vad ska göras?</source>
        <translation>What is to be done?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Vem gör det?</source>
        <translation>Who does it?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Från år</source>
        <translation>From year</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Till år</source>
        <translation>To year</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Plan som insatsen hör till</source>
        <translation>Plan that the measure belongs to</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Mer om insatsen</source>
        <translation>More about the measure</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Spara ändringen</source>
        <translation>Save the change</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Insatsen är tillagd</source>
        <translation>The measure is added</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Insatsen är ändrad</source>
        <translation>The measure is changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/measure_panel.py"/>
        <source>Insatsen är borttagen</source>
        <translation>The measure is removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/mixed_fields.py"/>
        <source>Olika värden</source>
        <translation>Different values</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/mixed_fields.py"/>
        <source>{name} (några)</source>
        <translation>{name} (some)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Inga noder</source>
        <translation>No nodes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Insatser</source>
        <translation>Measures</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Historik</source>
        <translation>History</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Ingen nod</source>
        <translation>No node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Ritad</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>Ändrad</source>
        <translation>Changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Grupp: {name}</source>
        <translation>Group: {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_form.py"/>
        <source>Identitet: {code}</source>
        <translation>Identity: {code}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>Uppgifter</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>Förankring</source>
        <translation>Support</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>Det du skriver används när du lämnar fältet. Ctrl+Z ångrar.</source>
        <translation>What you write is used when you leave the field. Ctrl+Z undoes.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>Klicka på något på kartan, så står allt om det här.</source>
        <translation>Click something on the map, and all about it stands here.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>Det du ändrar ändras i alla valda. Ctrl+Z ångrar.</source>
        <translation>What you change is changed in all selected. Ctrl+Z undoes.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>{n} valda</source>
        <translation>{n} selected</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>1 röst</source>
        <translation>1 vote</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/object_page.py"/>
        <source>{n} röster</source>
        <translation>{n} votes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/orphaned_anchoring.py"/>
        <source>Ta bort dem</source>
        <translation>Remove them</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/orphaned_anchoring.py"/>
        <source>Rader om objekt som inte finns kvar: {n}.</source>
        <translation>Rows about objects that are gone: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/orphaned_anchoring.py"/>
        <source>raderna är borttagna</source>
        <translation>the rows are removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Hämta objekt ur en fil…</source>
        <translation>Get objects from a file…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Shapefil, GeoPackage, Excel, CSV och andra: visas på kartan innan något hämtas</source>
        <translation>Shapefile, GeoPackage, Excel, CSV and others: shown on the map before anything is taken</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>{goals} mål. {objects} objekt är kopplade till mål.</source>
        <translation>{goals} goals. {objects} objects are linked to goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Inga mål är valda.</source>
        <translation>No goals are chosen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Ritat av</source>
        <translation>Drawn by</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Räkna och visa bara det som en grupp har ritat</source>
        <translation>Count and show only what one group has drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Välj på kartan</source>
        <translation>Select on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Välj allt som räknas här, för att flytta, kopiera eller ta bort det</source>
        <translation>Select all that is counted here, to move, copy or remove it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Ordning</source>
        <translation>Order</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Efter namn</source>
        <translation>By name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Efter prioritet</source>
        <translation>By priority</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>I vilken ordning objekten står under sitt lager</source>
        <translation>The order of the objects under their layer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Antal</source>
        <translation>Number</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Alla som ritat</source>
        <translation>Everybody who has drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Utan grupp</source>
        <translation>Without a group</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>{picture}: {n} objekt.</source>
        <translation>{picture}: {n} objects.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>{n} objekt.</source>
        <translation>{n} objects.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Öppna ett lager och klicka på ett objekt för att gå dit.</source>
        <translation>Open a layer and click an object to go there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>… och {n} till. Sök med Ctrl+K.</source>
        <translation>… and {n} more. Search with Ctrl+K.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>{what} utan namn</source>
        <translation>{what} without a name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/object_panel/overview_page.py"/>
        <source>Prioritet: {level}</source>
        <translation>Priority: {level}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author.py"/>
        <source>Ritat utan grupp</source>
        <translation>Drawn without a group</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author.py"/>
        <source>Ritat av {group}</source>
        <translation>Drawn by {group}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author.py"/>
        <source>Annat namn eller ny grupp…</source>
        <translation>Another name or a new group…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author.py"/>
        <source>Vem som ritar. Skrivs på det som ritas, så att ni kan se vem som ritat vad.</source>
        <translation>Who is drawing. It is written on what is drawn, so that you can see who drew what.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author.py"/>
        <location filename="../../strukturbild_plugin/gui/options/author_dialog.py"/>
        <source>Vem ritar?</source>
        <translation>Who is drawing?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author.py"/>
        <source>Ritas av {who}</source>
        <translation>Drawn by {who}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Skrivs på det som ritas, så att ni kan se vem som ritat vad.</source>
        <translation>Written on what is drawn, so that you can see who drew what.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author_dialog.py"/>
        <source>Till exempel Bord 2</source>
        <translation>For example Table 2</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/author_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Grupp eller bord</source>
        <translation>Group or table</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Vem ritar</source>
        <translation>Who draws</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Nya strukturbilder</source>
        <translation>New strukturbilder</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Förslag i dialogen för en ny strukturbild. Allt går att ändra där.</source>
        <translation>Suggestions in the dialog for a new strukturbild. Everything can be changed there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Område</source>
        <translation>Area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Mapp för strukturbilder</source>
        <translation>Folder for strukturbilder</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Där den senaste låg</source>
        <translation>Where the last one was</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Som i mallen</source>
        <translation>As in the template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Regionprofil</source>
        <translation>Region profile</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>En fil med regionens färger, ord och logotyp som läggs i nya strukturbilder.</source>
        <translation>A file with the region's colours, words and logo, put into new strukturbilder.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Programmets eget</source>
        <translation>The program's own</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Målbibliotek</source>
        <translation>Goal library</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>En mapp med målsamlingar i stället för programmets, till exempel en som regionerna delar.</source>
        <translation>A folder of goal sets in place of the program's, for example one that the regions share.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Kartor och utgåvor</source>
        <translation>Maps and editions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Förslag i dialogen för en ny utgåva.</source>
        <translation>Suggestions in the dialog for a new edition.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>{paper} (vanligast)</source>
        <translation>{paper} (most common)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Filer i en utgåva</source>
        <translation>Files in an edition</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Som QGIS</source>
        <translation>Like QGIS</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Språk på kartor i nya strukturbilder</source>
        <translation>Language of maps in new strukturbilder</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>När du ritar</source>
        <translation>While you draw</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Granska medan jag ritar</source>
        <translation>Check while I draw</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Fäst vid noder, linjer och gränser</source>
        <translation>Snap to nodes, lines and borders</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Egna mallar</source>
        <translation>Own templates</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Återställ alla inställningar</source>
        <translation>Reset all settings</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <location filename="../../strukturbild_plugin/gui/widgets/multi_choice_field.py"/>
        <source>Välj</source>
        <translation>Choose</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Regionprofil (*.yaml)</source>
        <translation>Region profile (*.yaml)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Mapp med målsamlingar</source>
        <translation>Folder of goal sets</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>Mappen svarar inte. Kontrollera att servern går att nå, eller välj en annan mapp.</source>
        <translation>The folder does not answer. Check that the server can be reached, or choose another folder.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>{name}, {version}: {n} samlingar.</source>
        <translation>{name}, {version}: {n} sets.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/options/options_page.py"/>
        <source>utan version</source>
        <translation>no version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Nivå på det du ritar härnäst</source>
        <translation>Level of what you draw next</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Beskrivning i en mening</source>
        <translation>Description in one sentence</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Hur du ritar</source>
        <translation>How you draw</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Bredd</source>
        <translation>Width</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Följ gränser och linjer</source>
        <translation>Follow borders and lines</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Mellan två klick på en gräns eller en linje följer det du ritar den</source>
        <translation>Between two clicks on a border or a line, what you draw follows it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Nivå: {level}</source>
        <translation>Level: {level}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Klicka hörn</source>
        <translation>Click corners</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Klicka dig fram</source>
        <translation>Click along the line</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Frihand</source>
        <translation>Freehand</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Bred linje</source>
        <translation>Broad line</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Nyss ritat, med ortens namn. Skriv ett annat om det är fel, eller rita nästa.</source>
        <translation>Just drawn, with the name of the town. Write another if it is wrong, or draw the next.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Nyss ritat. Fyll i om du vill, eller rita nästa.</source>
        <translation>Just drawn. Fill in if you like, or draw the next.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Börjar utanför kartan, från …</source>
        <translation>Begins beyond the map, from …</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/new_object_form.py"/>
        <source>Fortsätter mot …</source>
        <translation>Goes on towards …</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <source>Sök bland allt som kan ritas</source>
        <translation>Search everything that can be drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <source>Inget med det namnet kan ritas.</source>
        <translation>Nothing of that name can be drawn.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <source>Schematisera ytor…</source>
        <translation>Schematise areas…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <source>Gör en förenklad yta av många detaljerade i ett annat lager, till exempel naturreservat eller tätorter</source>
        <translation>Make one simplified area of many detailed ones in another layer, for example nature reserves or localities</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/palette.py"/>
        <source>Klicka på något för att se och ändra det. Dra en nod, så följer det som är kopplat till den med.</source>
        <translation>Click something to see and change it. Drag a node, and what is connected to it follows.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/place_search.py"/>
        <source>Skriv en ort och tryck Enter</source>
        <translation>Type a place and press Enter</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/place_search.py"/>
        <source>Flera orter blir en gemensam nod</source>
        <translation>Several places become one joint node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/place_search.py"/>
        <source>Skriv orterna en i taget, som Kristianstad och Hässleholm. Tryck sedan på knappen.</source>
        <translation>Write the places one at a time, such as Kristianstad and Hässleholm. Then press the button.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/place_search.py"/>
        <source>Gör noden</source>
        <translation>Make the node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/place_search.py"/>
        <source>{name} finns redan i bilden.</source>
        <translation>{name} is already in the picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/place_search.py"/>
        <source>Orten {name} finns inte i baskartan. Klicka på kartan i stället.</source>
        <translation>The place {name} is not in the base map. Click on the map instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/palette/place_search.py"/>
        <source>Orten {name} finns inte i baskartan. Menade du någon av de här? Annars klickar du på kartan.</source>
        <translation>The place {name} is not on the base map. Did you mean one of these? Otherwise, click on the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/autosave.py"/>
        <source>Det osparade kunde inte säkerhetskopieras: {why}</source>
        <translation>Unsaved work could not be put in a safety copy: {why}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Koppling till målet ”{goal}”</source>
        <translation>Link to the goal “{goal}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Kommentaren ”{text}”</source>
        <translation>The comment “{text}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Förankring: {actor}</source>
        <translation>Anchoring: {actor}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Om strukturbilden</source>
        <translation>About the strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>{kind} ”{name}”</source>
        <translation>{kind} “{name}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Läge eller form är ändrad</source>
        <translation>Position or shape has changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>Går genom andra noder</source>
        <translation>Runs through other nodes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>I filen står nu: {what}</source>
        <translation>In the file now: {what}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/change_descriptions.py"/>
        <source>en annan nod</source>
        <translation>another node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_dialog.py"/>
        <source>Återställ</source>
        <translation>Restore</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <source>Lägg tillbaka ändringarna på kartan. Ctrl+Z tar bort dem igen.</source>
        <translation>Put the changes back on the map. Ctrl+Z removes them again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <source>Se vad det är, i en lista och på kartan.</source>
        <translation>See what it is, in a list and on the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_dialog.py"/>
        <source>Släng</source>
        <translation>Discard</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <source>Ändringarna behövs inte.</source>
        <translation>The changes are not needed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <source>Kvar av det osparade ({time}, {things}): filen har ändrats sedan dess, så det lades inte tillbaka.</source>
        <translation>Left of the unsaved work ({time}, {things}): the file has been changed since then, so it was not restored.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <source>Det finns ändringar som inte hann sparas när filen låg i {path} ({time}, {things}).</source>
        <translation>There are changes that were not saved in time when the file was {path} ({time}, {things}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_bar.py"/>
        <source>Det finns ändringar som inte hann sparas ({time}, {things}).</source>
        <translation>There are changes that were not saved in time ({time}, {things}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_controller.py"/>
        <source>Återställ det osparade från {time}</source>
        <translation>Restore unsaved work from {time}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_controller.py"/>
        <source>Det osparade från {time} är slängt.</source>
        <translation>The unsaved work from {time} has been discarded.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_controller.py"/>
        <source>Det finns en kopia av osparade ändringar som inte kan användas. {why} Den ligger kvar i {path}.</source>
        <translation>There is a copy of unsaved changes that cannot be used. {why} It is still in {path}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_controller.py"/>
        <source>{things} är tillbaka. Ctrl+Z tar bort det igen.</source>
        <translation>{things} is back. Ctrl+Z removes it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_controller.py"/>
        <source>{things} lades inte tillbaka, för filen har ändrats sedan dess. Det ligger kvar i kopian.</source>
        <translation>{things} not restored, since the file has been changed since then. It is still in the copy.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_dialog.py"/>
        <source>Det som inte hann sparas</source>
        <translation>What was not saved in time</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_dialog.py"/>
        <source>Inte sparat {time}: {things}. På kartan är det blått; det som togs bort är rött.</source>
        <translation>Not saved {time}: {things}. It is blue on the map; what was deleted is red.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_dialog.py"/>
        <source>Behåll min version</source>
        <translation>Keep my version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/recovery/recovery_dialog.py"/>
        <source>Lägg tillbaka det ändå, över det som andra har ändrat. Ctrl+Z ångrar.</source>
        <translation>Put it back all the same, over what others have changed. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/saving/save_controller.py"/>
        <source>Allt är sparat.</source>
        <translation>Everything is saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/saving/save_controller.py"/>
        <source>Inte sparat.</source>
        <translation>Not saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/saving/save_controller.py"/>
        <source>Inte sparat än: filen används av ett annat program.</source>
        <translation>Not saved yet: another program is using the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/saving/save_controller.py"/>
        <source>Det sparas så snart filen är ledig.</source>
        <translation>It is saved as soon as the file is free.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/saving/save_controller.py"/>
        <source>Sparas när du har vilat en minut.</source>
        <translation>Saved when you have paused for a minute.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/saving/save_controller.py"/>
        <source>Spara nu</source>
        <translation>Save now</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/saving/save_controller.py"/>
        <source>Sparar…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/head_edits.py"/>
        <location filename="../../strukturbild_plugin/gui/styling/style_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/pack_addition.py"/>
        <source>Ångrat: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/head_edits.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/pack_addition.py"/>
        <source>Sparar {what}</source>
        <translation>Saving {what}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/layer_styler.py"/>
        <source>Regionens utseende kunde inte användas helt som det är tänkt ({count} saker).</source>
        <translation>The region's look could not be used quite as intended ({count} things).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Filen är från en äldre version och behöver uppgraderas.</source>
        <translation>The file is from an older version and needs to be upgraded.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Filen som den är i dag sparas som en säkerhetskopia bredvid. Innehållet är detsamma efteråt.</source>
        <translation>The file as it is today is kept as a backup beside it. The content is the same afterwards.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Uppgradera och öppna</source>
        <translation>Upgrade and open</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Filen är uppgraderad. Den äldre ligger kvar som {name}.</source>
        <translation>The file has been upgraded. The older one is kept as {name}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Filen gick inte att uppgradera där den ligger.</source>
        <translation>The file could not be upgraded where it lies.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Öppna en uppgraderad kopia…</source>
        <translation>Open an upgraded copy…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Uppgraderar {file}</source>
        <translation>Upgrading {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Den uppgraderade kopian ligger i {path}.</source>
        <translation>The upgraded copy is in {path}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>Gör en uppgraderad kopia av {file}</source>
        <translation>Making an upgraded copy of {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/older_file.py"/>
        <source>{name} (uppgraderad)</source>
        <translation>{name} (upgraded)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/open_document.py"/>
        <source>Baskarta</source>
        <translation>Base map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/openable_file.py"/>
        <source>Stilar som är sparade i filen används inte som de är ({count} lager).</source>
        <translation>Styles saved in the file are not used as they are ({count} layers).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/openable_file.py"/>
        <source>Logotyper ritas inte helt som de är ({count} stycken).</source>
        <translation>Logos are not drawn quite as they are ({count} of them).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/openable_file.py"/>
        <source>Filen är en leverans. Orden i den (kolumner som klass_namn, tabellen Om leveransen) ändras inte när du ritar. Gör en ny utgåva innan du lämnar den vidare.</source>
        <translation>The file is a delivery. Its words (columns such as klass_namn, the table About the delivery) do not change when you draw. Make a new edition before you pass it on.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/picture_bar.py"/>
        <source>Bild som visas på kartan</source>
        <translation>Picture shown on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/picture_bar.py"/>
        <source>Visa en annan bild bredvid</source>
        <translation>Show another picture beside</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Filen har främmande delar och öppnas inte.</source>
        <translation>The file has foreign parts and is not opened.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Öppna en rensad kopia…</source>
        <translation>Open a cleaned copy…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Filen som den är i dag sparas som en säkerhetskopia bredvid.</source>
        <translation>The file as it is today is kept as a backup beside it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Filen saknar delar och öppnas inte.</source>
        <translation>The file lacks parts and is not opened.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Laga filen och öppna</source>
        <translation>Mend the file and open</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Filen är lagad. Som den var ligger den kvar som {name}.</source>
        <translation>The file is mended. As it was it is kept as {name}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Filen går inte att laga: det som saknas är nödvändigt för hela filen.</source>
        <translation>The file cannot be mended: what is missing is necessary to the whole file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Öppna det senaste hela läget som en kopia…</source>
        <translation>Open the latest whole state as a copy…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Lagar {file}</source>
        <translation>Mending {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>{name} (tidigare läge).gpkg</source>
        <translation>{name} (earlier state).gpkg</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>{name} (tidigare läge {n}).gpkg</source>
        <translation>{name} (earlier state {n}).gpkg</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/refused_file.py"/>
        <source>Det tidigare läget ligger i {path}.</source>
        <translation>The earlier state is in {path}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/saved_indicator.py"/>
        <source>Det här sparas direkt i filen, när du lämnar fältet.</source>
        <translation>This is saved in the file at once, when you leave the field.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/saved_indicator.py"/>
        <source>Sparat {time}. {what}.</source>
        <translation>Saved {time}. {what}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/second_map_view.py"/>
        <source>Bredvid: {picture}</source>
        <translation>Beside: {picture}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Regionens profil är inte inläst. {why}</source>
        <translation>The region's profile has not been read in. {why}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Regionens profil kunde inte användas helt som den är tänkt ({count} saker).</source>
        <translation>The region's profile could not be used quite as intended ({count} things).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Skapar {title}</source>
        <translation>Creating {title}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Skapar exemplet</source>
        <translation>Creating the example</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Öppnar {file}</source>
        <translation>Opening {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Den rensade kopian ligger i {path}.</source>
        <translation>The cleaned copy is {path}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Den rensade kopian är klar och öppnas.</source>
        <translation>The cleaned copy is made and is being opened.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Gör en rensad kopia av {file}</source>
        <translation>Making a cleaned copy of {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Granskar {title}</source>
        <translation>Checking {title}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Gör utgåva av {title}</source>
        <translation>Making an edition of {title}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/session/session.py"/>
        <source>Verifierar {folder}</source>
        <translation>Verifying {folder}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/status_texts.py"/>
        <source>I mappen finns {antal} utgåvor.</source>
        <translation>The folder has {antal} editions.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/status_texts.py"/>
        <source>Filerna hör ihop: de visar samma utgåva och är orörda.</source>
        <translation>The files belong together: they show the same edition and are untouched.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/status_texts.py"/>
        <source>Filerna hör inte ihop: de visar olika utgåvor.</source>
        <translation>The files do not belong together: they show different editions.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/status_texts.py"/>
        <source>Något är ändrat efter att utgåvan gjordes.</source>
        <translation>Something has been changed after the edition was made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/status_texts.py"/>
        <source>Filerna som innehållsförteckningen räknar upp hör ihop: de visar samma utgåva och är orörda.</source>
        <translation>The files that the manifest lists belong together: they show the same edition and are untouched.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/status_texts.py"/>
        <source>{namn} och {antal} till</source>
        <translation>{namn} and {antal} more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/status_texts.py"/>
        <source>Svaret gäller inte det andra som ligger där: {namn}.</source>
        <translation>The answer is not about what else is there: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Ändra område</source>
        <translation>Change area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Valet bestämmer områdets gräns, bakgrundskartan och vad granskningen räknar som utanför.</source>
        <translation>The choice decides the limit of the area, the base map and what the checks count as outside.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Ändra</source>
        <translation>Change</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Välj minst ett område.</source>
        <translation>Choose at least one area.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Området blir {areas}.</source>
        <translation>The area becomes {areas}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Objekt som hamnar utanför: {n}. De ligger kvar på kartan, och granskningen räknar upp dem.</source>
        <translation>Objects that will lie outside: {n}. They stay on the map, and the check lists them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Målen ligger kvar: {names}. De kan tas bort på steget RUS-mål.</source>
        <translation>The goals stay: {names}. They can be removed on the step RUS goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Titeln blir ”{title}”.</source>
        <translation>The title becomes “{title}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Hämta också målen i länets RUS</source>
        <translation>Also fetch the goals of the county's regional strategy</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/area_dialog.py"/>
        <source>Hämta också målen i länens RUS</source>
        <translation>Also fetch the goals of the counties' regional strategies</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Ta bort samlingen</source>
        <translation>Remove the set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Byt till ny version…</source>
        <translation>Change to the new version…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Välj en samling…</source>
        <translation>Choose a set…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Hämta mål ur biblioteket</source>
        <translation>Take goals from the library</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Det här sparas direkt i filen.</source>
        <translation>This is saved in the file at once.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Skriv och ändra egna mål…</source>
        <translation>Write and change own goals…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Läs in mål från en tabell…</source>
        <translation>Read goals from a table…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Nationella och globala mål…</source>
        <translation>National and global goals…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Samlingar, mål, delmål, koder, indikatorer och målår.</source>
        <translation>Sets, goals, sub-goals, codes, indicators and target years.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>CSV, XLSX eller ODS. Ni ser vad som hämtas innan något skrivs.</source>
        <translation>CSV, XLSX or ODS. You see what is imported before anything is written.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Vilka av de nationella områdena och de globala målen som era mål motsvarar.</source>
        <translation>Which of the national areas and the global goals your goals correspond to.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Byt till {name}</source>
        <translation>Change to {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>{old} är bytt mot {new}</source>
        <translation>{old} is changed for {new}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>{antal} objekt är kopplade till mål i samlingen. Ta bort kopplingarna först.</source>
        <translation>{antal} objects are linked to goals of the set. Remove the links first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>{name} är borttagen</source>
        <translation>{name} was removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Inga mål än. Hämta dem ur biblioteket eller från en tabell.</source>
        <translation>No goals yet. Take them from the library or from a table.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>{n} mål. {supported} stöds av objekt i bilden.</source>
        <translation>{n} goals. {supported} are supported by objects in the picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_sets_form.py"/>
        <source>Målbiblioteket i {folder} svarar inte, så programmets eget gäller.</source>
        <translation>The goal library in {folder} does not answer, so the program's own is used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Byt till ny version</source>
        <translation>Change to a new version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Ny version</source>
        <translation>New version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>byts mot</source>
        <translation>is changed for</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Mål i dag</source>
        <translation>Goal today</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Likhet</source>
        <translation>Likeness</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Mål i den nya versionen</source>
        <translation>Goal in the new version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Ta alla förslag</source>
        <translation>Take all proposals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Byt version</source>
        <translation>Change version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Behåll, och se över</source>
        <translation>Keep, and look over</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Förslag: {title}</source>
        <translation>Proposal: {title}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Inget objekt, men annat är kopplat till målet</source>
        <translation>No object, but something else is linked to the goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Inget är kopplat till målen. Den gamla samlingen tas bort.</source>
        <translation>Nothing is linked to the goals. The old set is removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Kopplingar som flyttas: {n}.</source>
        <translation>Links that are moved: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Kvar på de gamla målen: {n}. De listas när du granskar, och den gamla samlingen ligger kvar.</source>
        <translation>Left on the old goals: {n}. They are listed when you check, and the old set stays.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>Den gamla samlingen tas bort.</source>
        <translation>The old set is removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/goal_version_dialog.py"/>
        <source>samma ord</source>
        <translation>same words</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Inget område</source>
        <translation>No area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Lägg till bild</source>
        <translation>Add a picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Flytta uppåt</source>
        <translation>Move up</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Flytta nedåt</source>
        <translation>Move down</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Bildtyp</source>
        <translation>Kind of picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Skala</source>
        <translation>Scale</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Till exempel 2040</source>
        <translation>For instance 2040</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Scenario</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Om det finns flera att välja mellan</source>
        <translation>If there are several to choose between</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Utgår från bilden</source>
        <translation>Starts from the picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Ingen bestämd</source>
        <translation>None in particular</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Vem beslutar?</source>
        <translation>Who decides?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>När fattades beslutet?</source>
        <translation>When was it decided?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Remissomgång</source>
        <translation>Round of comments</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Till exempel 1</source>
        <translation>For example 1</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Ses över senast</source>
        <translation>To be reviewed by</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Bilden har {n} objekt. Flytta eller ta bort dem först.</source>
        <translation>The picture holds {n} objects. Move or remove them first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>En strukturbild har minst en bild.</source>
        <translation>A strukturbild has at least one picture.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>Ny bild</source>
        <translation>New picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>{picture} är tillagd</source>
        <translation>{picture} was added</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>{picture} är borttagen</source>
        <translation>{picture} was removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/pictures_form.py"/>
        <source>ordningen</source>
        <translation>the order</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Vad strukturbilden ska heta</source>
        <translation>What the strukturbild is to be called</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Organisation som ansvarar för arbetet</source>
        <translation>Organisation responsible for the work</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Vad bilden ska användas till, och av vem</source>
        <translation>What the picture is for, and who will use it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Licens och diarienummer</source>
        <translation>Licence and reference number</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Förankring av hela bilden</source>
        <translation>Support for the whole picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Ingen licens angiven</source>
        <translation>No licence stated</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Nummer, eller varför det inte behövs</source>
        <translation>Number, or why it is not needed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Licens</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Spridningstillståndets datum</source>
        <translation>Date of the permission</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Diarienummer</source>
        <translation>Reference number</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Ärendets nummer hos er</source>
        <translation>Your number for the matter</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Grad av delaktighet för övriga aktörer</source>
        <translation>Degree of participation of the other parties</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Nivån valdes när workshopen startades.</source>
        <translation>The level was chosen when the workshop was started.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Till exempel regionala utvecklingsnämnden</source>
        <translation>For instance the regional development committee</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>vem som beslutar</source>
        <translation>who decides</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>beslutsdatum</source>
        <translation>date of decision</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>En sammanställning av geografisk information kan behöva tillstånd innan den sprids (lag 2016:319): av Sjöfartsverket för sjöterritoriet, av Lantmäteriet för uppgifter om land som hämtats in från luftfartyg. Undantag finns. Skriv tillståndets nummer, eller varför det inte behövs.</source>
        <translation>A compilation of geographic information may need permission before it is published (Swedish act 2016:319): from Sjöfartsverket for sea territory, from Lantmäteriet for information on land obtained from aircraft. There are exemptions. Write the number of the permission, or why it is not needed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Spridningstillstånd</source>
        <translation>Permission to publish</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Revidering av ”{title}”.</source>
        <translation>Revision of “{title}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/purpose_form.py"/>
        <source>Revidering av ”{title}”, utgåva {n}.</source>
        <translation>Revision of “{title}”, edition {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>inte börjad</source>
        <translation>not begun</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>pågår</source>
        <translation>under way</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/note_texts.py"/>
        <source>klar</source>
        <translation>done</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Välj ett steg. Ordningen är ett förslag, gå fram och tillbaka som ni vill.</source>
        <translation>Choose a step. The order is a suggestion; go back and forth as you like.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Strukturbilden läses …</source>
        <translation>The strukturbild is being read …</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Alla steg</source>
        <translation>All steps</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Föregående steg</source>
        <translation>Previous step</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Nästa steg</source>
        <translation>Next step</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Så gör ni</source>
        <translation>How to do it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Att diskutera</source>
        <translation>To discuss</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Klicka för att gå dit.</source>
        <translation>Click to go there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/steps/steps_page.py"/>
        <source>Koppla nästa objekt…</source>
        <translation>Link the next object…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Spara stilen för {layer} i symboluppsättningen</source>
        <translation>Save the style of {layer} in the symbol set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>ett lager</source>
        <translation>a layer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Ta bort den egna stilen för {layer}</source>
        <translation>Remove the own style of {layer}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Läs in regionens profil…</source>
        <translation>Read the region's profile…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Ta bort regionens profil</source>
        <translation>Remove the region's profile</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Läs in en egen symboluppsättning…</source>
        <translation>Read an own symbol set…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Spara symbolerna som QGIS-stil…</source>
        <translation>Save the symbols as a QGIS style…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Egen stil för {layer}</source>
        <translation>Own style for {layer}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Stilen för {layer} är sparad och används i fönstret, i tryck och i leveranser.</source>
        <translation>The style of {layer} is saved and used in the window, in print and in deliveries.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Egen stil för {layer} borttagen</source>
        <translation>Own style for {layer} removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>{layer} ritas med symboluppsättningens egna symboler igen.</source>
        <translation>{layer} is drawn with the symbol set's own symbols again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Välj regionens profil</source>
        <translation>Choose the region's profile</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Profil (*.yaml *.yml)</source>
        <translation>Profile (*.yaml *.yml)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Regionens profil</source>
        <translation>Region's profile</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Regionens profil används nu.</source>
        <translation>The region's profile is now used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Profilen är borttagen. Färger och ord är uppsättningens och katalogens.</source>
        <translation>The profile is removed. Colours and words are those of the set and the catalogue.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Regionens profil borttagen</source>
        <translation>Region's profile removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Välj en symboluppsättning</source>
        <translation>Choose a symbol set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Symboluppsättning (*.yaml)</source>
        <translation>Symbol set (*.yaml)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Symboluppsättningen följer nu med strukturbilden och används.</source>
        <translation>The symbol set now goes with the strukturbild and is used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Egen symboluppsättning</source>
        <translation>Own symbol set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Mapp för stilfilen</source>
        <translation>Folder for the style file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/custom_style_actions.py"/>
        <source>Symbolerna ligger i {path}.</source>
        <translation>The symbols are in {path}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/style_controller.py"/>
        <source>Symboluppsättning: {name}</source>
        <translation>Symbol set: {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/style_controller.py"/>
        <source>Kartan visas nu med {name}.</source>
        <translation>The map is now shown with {name}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/styling/style_controller.py"/>
        <source>Sparar symbolerna i {file}</source>
        <translation>Saving the symbols in {file}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Ny strukturbild från mall</source>
        <translation>New strukturbild from a template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Skapa</source>
        <translation>Create</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Mall</source>
        <translation>Template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Symboler</source>
        <translation>Symbols</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/pack_addition.py"/>
        <source>Tillägg</source>
        <translation>Packs</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Strukturbilden</source>
        <translation>The strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Mål att koppla till</source>
        <translation>Goals to link to</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Det här är fel i mallarna. De andra går att använda.</source>
        <translation>This is wrong with the templates. The others can be used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Valda: {names}</source>
        <translation>Chosen: {names}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Fler mål kan hämtas senare. Länens RUS är förkryssade.</source>
        <translation>More goals can be added later. The counties' RUS are ticked for you.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Skriv en titel.</source>
        <translation>Write a title.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/new_document_dialog.py"/>
        <source>Välj var filen ska ligga.</source>
        <translation>Choose where to put the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/pack_addition.py"/>
        <source>Ett tillägg ger strukturbilden fler klasser att rita. Det som är ritat ändras inte.</source>
        <translation>A pack gives the strukturbild more classes to draw. What is drawn does not change.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/pack_addition.py"/>
        <source>Ta med</source>
        <translation>Add</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/pack_addition.py"/>
        <source>{names} är med. Klasserna finns att rita.</source>
        <translation>{names} added. The classes can be drawn.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/pack_list.py"/>
        <source>{name} (finns redan)</source>
        <translation>{name} (already there)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Minst ett steg där man ritar måste vara med.</source>
        <translation>At least one step where one draws must be there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Steget ”{name}” behöver {least} till {most} frågor.</source>
        <translation>The step “{name}” needs {least} to {most} questions.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Steget ”{name}” har ett tomt fält.</source>
        <translation>The step “{name}” has an empty field.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Flytta upp</source>
        <translation>Move up</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Flytta ned</source>
        <translation>Move down</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Bocka ur det som mallen inte behöver. Klasser i ett urbockat steg flyttas till ett annat.</source>
        <translation>Untick what the template does not need. Classes of an unticked step move to another.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/step_editor.py"/>
        <source>Att diskutera, en fråga på varje rad</source>
        <translation>To discuss, one question on each line</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export.py"/>
        <source>Spara mallen som</source>
        <translation>Save the template as</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export.py"/>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Mall (*.strukturmall)</source>
        <translation>Template (*.strukturmall)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export.py"/>
        <source>Mallen är sparad: {path}</source>
        <translation>The template is saved: {path}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export.py"/>
        <source>Mallen är sparad, men allt kom inte med.</source>
        <translation>The template is saved, but not everything came along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export.py"/>
        <source>Sparar mallen {name}</source>
        <translation>Saving the template {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Spara som mall</source>
        <translation>Save as template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Mallen</source>
        <translation>The template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Steg och texter</source>
        <translation>Steps and texts</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Lägg den också bland mina mallar</source>
        <translation>Put it among my templates as well</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Spara…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Frivilligt</source>
        <translation>Optional</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Till exempel Region Sörmland</source>
        <translation>For example Region Sörmland</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Inga villkor angivna</source>
        <translation>No terms given</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>CC0-1.0: fri för alla. CC-BY-4.0: fri för den som anger källan. Det går också att skriva egna villkor.</source>
        <translation>CC0-1.0: free for everybody. CC-BY-4.0: free for those who name the source. You may also write terms of your own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Engelskt namn</source>
        <translation>English name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Så känns den igen</source>
        <translation>How it is recognised</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>När den används</source>
        <translation>When it is used</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Det här följer med</source>
        <translation>This goes along</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Regionens profil och logotyper</source>
        <translation>The region's profile and logos</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Egna kartblad</source>
        <translation>Own layouts</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Egna stilar</source>
        <translation>Own styles</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Länens RUS kommer ändå med när någon skapar en strukturbild.</source>
        <translation>The RUS of the counties come along anyway when somebody creates a strukturbild.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Strukturbilden har inga mål.</source>
        <translation>The strukturbild has no goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Skriv ett namn.</source>
        <translation>Write a name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>Skriv vilken organisation som delar mallen.</source>
        <translation>Write which organisation shares the template.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>Skriv en version, till exempel 1.0.</source>
        <translation>Write a version, for example 1.0.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>En mall är en fil som andra kan börja från. Bilder, klasser, steg och texter följer med. Det ni har ritat, namn på personer och loggen följer aldrig med.</source>
        <translation>A template is a file that others can begin from. Pictures, classes, steps and texts go along. What you have drawn, names of people and the log never do.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>{n} klasser</source>
        <translation>{n} classes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>{n} klasser, varav 1 egen</source>
        <translation>{n} classes, 1 of them own</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>{n} klasser, varav {own} egna</source>
        <translation>{n} classes, {own} of them own</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>1 bild</source>
        <translation>1 picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>{n} bilder</source>
        <translation>{n} pictures</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>symboluppsättningen {name}</source>
        <translation>the symbol set {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>den egna symboluppsättningen</source>
        <translation>the own symbol set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>{classes}, {pictures}, stegen och {symbols}.</source>
        <translation>{classes}, {pictures}, the steps and {symbols}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_export_dialog.py"/>
        <source>{what} ({n})</source>
        <translation>{what} ({n})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Hämta in mall</source>
        <translation>Bring in template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Mallen finns redan bland dina mallar.</source>
        <translation>The template is already among yours.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Mallen är inlagd.</source>
        <translation>The template has been added.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Ta bort mallen</source>
        <translation>Remove the template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Ta bort mallen ”{name}” från den här datorn?</source>
        <translation>Remove the template “{name}” from this computer?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Strukturbilder som är gjorda med den har sin egen kopia och påverkas inte.</source>
        <translation>Strukturbilder made with it have their own copy and are not affected.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Mallar</source>
        <translation>Templates</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Mallen finns i en annan version</source>
        <translation>The template is there in another version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Du har version {there} av ”{name}”. Filen är version {new}, som är nyare.</source>
        <translation>You have version {there} of “{name}”. The file is version {new}, which is newer.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Du har version {there} av ”{name}”. Filen är version {new}, som är äldre.</source>
        <translation>You have version {there} of “{name}”. The file is version {new}, which is older.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Strukturbilder som redan är gjorda påverkas inte.</source>
        <translation>Strukturbilder already made are not affected.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Byt ut</source>
        <translation>Replace</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_import.py"/>
        <source>Behåll båda</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>Programmets mallar</source>
        <translation>The program's templates</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>Egna mallfiler</source>
        <translation>Own template files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>{name} (version {version})</source>
        <translation>{name} (version {version})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>En mall kan inte användas.</source>
        <translation>One template cannot be used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>{n} mallar kan inte användas.</source>
        <translation>{n} templates cannot be used.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>Visa varför</source>
        <translation>Show why</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>Hämta in eller ta bort mallar</source>
        <translation>Bring in or remove templates</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>Hämta in mall…</source>
        <translation>Bring in template…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>Ta bort mallen…</source>
        <translation>Remove the template…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/templates/template_list.py"/>
        <source>version {version}</source>
        <translation>version {version}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/dialog_parts.py"/>
        <source>Välj plats för filen</source>
        <translation>Choose where to put the file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/dialog_parts.py"/>
        <source>Spara strukturbilden som</source>
        <translation>Save the strukturbild as</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/fields.py"/>
        <source>Skriv ett helt tal.</source>
        <translation>Write a whole number.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/fields.py"/>
        <source>Skriv ett tal.</source>
        <translation>Write a number.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/fields.py"/>
        <source>ÅÅÅÅ-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/fields.py"/>
        <source>Skriv datumet så här: 2026-11-20.</source>
        <translation>Write the date like this: 2026-11-20.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/length_counter.py"/>
        <source>{antal} av {mest} tecken</source>
        <translation>{antal} of {mest} characters</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/length_counter.py"/>
        <source>{antal} av {mest} tecken, ovanligt långt</source>
        <translation>{antal} of {mest} characters, unusually long</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/multi_choice_field.py"/>
        <source>Klar</source>
        <translation>Done</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/region_list.py"/>
        <source>Sök län, fylke eller landskap</source>
        <translation>Search county or region</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/region_list.py"/>
        <source>Sverige: län</source>
        <translation>Sweden: counties</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/region_list.py"/>
        <source>Norge: fylken</source>
        <translation>Norway: counties (fylker)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/region_list.py"/>
        <source>Finland: landskap</source>
        <translation>Finland: regions (landskap)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/region_list.py"/>
        <source>För {names} finns inga mål i biblioteket: hämta in från fil eller skriv egna.</source>
        <translation>The library has no goals for {names}: import them from a file or write your own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/widgets/region_list.py"/>
        <source>Kommunkoder fylls i bara för svenska kommuner. Kartan ritas i SWEREF 99 TM också utanför Sverige.</source>
        <translation>Municipality codes are filled in only for Swedish municipalities. The map is drawn in SWEREF 99 TM outside Sweden too.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>Färg</source>
        <translation>Colour</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Får ändra</source>
        <translation>May change</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>Lägg till borden, eller en grupp för varje kommun. Namnen går att ändra.</source>
        <translation>Add the tables, or a group for each municipality. The names can be changed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>Bord 1–6</source>
        <translation>Tables 1–6</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>En per kommun</source>
        <translation>One per municipality</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>En fil för varje kommun i länet, att mejla till kommunen</source>
        <translation>A file for each municipality in the county, to mail to the municipality</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>Bord {nummer}</source>
        <translation>Table {nummer}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>Gruppens färg</source>
        <translation>The group's colour</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_table.py"/>
        <source>Vad {grupp} får ändra</source>
        <translation>What {grupp} may change</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_view.py"/>
        <source>kopia av {titel}</source>
        <translation>copy of {titel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_view.py"/>
        <source>{grupp}s kopia i workshopen {workshop}</source>
        <translation>The copy of {grupp} in the workshop {workshop}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_view.py"/>
        <source>får {rätt}</source>
        <translation>may {rätt}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/group_view.py"/>
        <source>fryst</source>
        <translation>frozen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Slå ihop kopior</source>
        <translation>Merge copies</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Slå ihop kopior av {titel}</source>
        <translation>Merge copies of {titel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Den öppna filen är själv en kopia ({grupp}). Öppna huvudfilen först om ni har den.</source>
        <translation>The open file is itself a copy ({grupp}). Open the main file first if you have it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Resultatet blir en ny fil. Huvudfilen och kopiorna ändras inte. Har två ändrat samma sak på olika sätt blir det en fråga som ni avgör efteråt.</source>
        <translation>The result is a new file. The main file and the copies are not changed. Where two have changed the same thing in different ways, it becomes a question that you decide afterwards.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Ta bort ur listan</source>
        <translation>Remove from the list</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>eller dra hit dem</source>
        <translation>or drag them here</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Den fil som kopiorna togs från</source>
        <translation>The file that the copies were taken from</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Välj filen som kopiorna gjordes av</source>
        <translation>Choose the file that the copies were made of</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Fråga varje gång två har ändrat samma objekt</source>
        <translation>Ask every time two have changed the same object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Annars blir det en fråga bara när två har ändrat samma uppgift på olika sätt.</source>
        <translation>Otherwise it becomes a question only when two have changed the same field in different ways.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Någon har gjort en ny strukturbild av sin kopia med ”Spara som…”. Det ritade kan ändå tas med.</source>
        <translation>Somebody has made a new strukturbild of their copy with “Save as…”. What is drawn there can be taken along all the same.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Kopiorna gjordes av</source>
        <translation>The copies were made of</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Ny fil</source>
        <translation>New file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Kopior att slå ihop</source>
        <translation>Copies to merge</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Filen som kopiorna gjordes av</source>
        <translation>The file that the copies were made of</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Ingen ny fil är gjord, och huvudfilen är fortfarande öppen.</source>
        <translation>No new file has been made, and the main file is still open.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Det fanns inget att slå ihop.</source>
        <translation>There was nothing to merge.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>Den nya filen är {fil}.</source>
        <translation>The new file is {fil}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_dialog.py"/>
        <source>hopslagen</source>
        <translation>merged</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Anger inte vilken grupp den hör till. Ange nedan vilken fil den gjordes av.</source>
        <translation>Does not say whose it is. State below which file it was made of.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Fanns redan</source>
        <translation>Was there already</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Är inte med</source>
        <translation>Is not included</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>{grupp} har inte lämnat in sin fil än.</source>
        <translation>{grupp} has not handed in its file yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>{grupper} har inte lämnat in sina filer än.</source>
        <translation>{grupper} have not handed in their files yet.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>1 objekt ändrades</source>
        <translation>1 object was changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>{antal} objekt ändrades</source>
        <translation>{antal} objects were changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Inget objekt ändrades</source>
        <translation>No object was changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Inget objekt ändrades, men 1 kommentar, koppling eller annan uppgift</source>
        <translation>No object was changed, but 1 comment, link or other detail was</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Inget objekt ändrades, men {antal} kommentarer, kopplingar eller andra uppgifter</source>
        <translation>No object was changed, but {antal} comments, links or other details were</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>inga frågor väntar</source>
        <translation>no questions are waiting</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>1 fråga väntar</source>
        <translation>1 question is waiting</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>{antal} frågor väntar</source>
        <translation>{antal} questions are waiting</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Med, utan ändringar</source>
        <translation>Included, without changes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Med: 1 ändring</source>
        <translation>Included: 1 change</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/merge_texts.py"/>
        <source>Med: {antal} ändringar</source>
        <translation>Included: {antal} changes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Starta workshop</source>
        <translation>Start workshop</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Gör gruppernas filer</source>
        <translation>Make the groups' files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Starta workshop om {titel}</source>
        <translation>Start a workshop on {titel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Varje grupp får en egen fil med det som är ritat nu. Alla kan rita samtidigt, var för sig och utan nätverk. Efteråt slår ni ihop filerna, och inget som ritats går förlorat.</source>
        <translation>Each group gets a file of its own with what is drawn now. Everybody can draw at the same time, separately and without a network. Afterwards you merge the files, and nobody's line is lost.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Workshop {titel}</source>
        <translation>Workshop {titel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Vad ni ska komma fram till, till exempel vilka stråk som är viktigast</source>
        <translation>What you are to arrive at, for instance which corridors matter most</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Till exempel Residenset i Karlstad, eller digitalt</source>
        <translation>For instance the Residence in Karlstad, or online</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Namn eller mejladress, till handledarbladet och mejlen</source>
        <translation>Name or mail address, for the facilitator's sheet and the mails</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Till exempel fredag 15 januari</source>
        <translation>For instance Friday 15 January</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Mapp för filerna</source>
        <translation>Folder for the files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Öppna handledarbladet</source>
        <translation>Open the facilitator's sheet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>En sida att skriva ut: grupperna, vad alla gör steg för steg, och hur filerna slås ihop</source>
        <translation>A page to print: the groups, what everybody does step by step, and how the files are merged</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Öppna mejltexterna</source>
        <translation>Open the mails</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>En text för varje kommun, att kopiera till ett mejl som filen bifogas</source>
        <translation>A text for each municipality, to copy into a mail that the file is attached to</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Filerna ligger i {mapp}.</source>
        <translation>The files are in {mapp}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Workshopen är startad. {antal} filer är gjorda.</source>
        <translation>The workshop has been started. {antal} files have been made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Workshopen är startad. En fil är gjord.</source>
        <translation>The workshop has been started. One file has been made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Mapp för gruppernas filer</source>
        <translation>Folder for the groups' files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Gör {antal} filer</source>
        <translation>Make {antal} files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Gör en fil</source>
        <translation>Make one file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Ge varje grupp sin fil, på en dator, ett USB-minne eller i ett mejl. Behåll huvudfilen själv.</source>
        <translation>Give each group its file, on a computer, a USB stick or by mail. Keep the main file yourself.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Gruppen öppnar sin fil i QGIS med {oppna} i panelen Strukturbild. Överst står gruppens namn och färg.</source>
        <translation>The group opens its file in QGIS with {oppna} in the Strukturbild panel. The group's name and colour stand at the top.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>När gruppen är klar stänger den QGIS och lämnar tillbaka filen. Det som ritats är redan sparat.</source>
        <translation>When the group is done it closes QGIS and hands the file back. What was drawn is already saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/start_dialog.py"/>
        <source>Öppna huvudfilen och välj Arkiv &gt; Slå ihop kopior. Kopior som kommer senare slås ihop på samma sätt.</source>
        <translation>Open the main file and choose File &gt; Merge copies. Copies that come later are merged in the same way.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/workshop_controller.py"/>
        <source>Startar workshopen {titel}</source>
        <translation>Starting the workshop {titel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/workshop_controller.py"/>
        <source>Läser kopiorna</source>
        <translation>Reading the copies</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop/workshop_controller.py"/>
        <source>Slår ihop {antal} kopior</source>
        <translation>Merging {antal} copies</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Skriv det ni vill säga om platsen</source>
        <translation>Write what you want to say about the place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Svara</source>
        <translation>Answer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Skriv ett svar</source>
        <translation>Write an answer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Öppna igen</source>
        <translation>Open again</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Stäng (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/comment_card.py"/>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/note_texts.py"/>
        <source>Kommentar {n}</source>
        <translation>Comment {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/note_texts.py"/>
        <source>{n} svar</source>
        <translation>Answers: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/note_texts.py"/>
        <source>Borttaget objekt</source>
        <translation>Deleted object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/note_texts.py"/>
        <source>Utan objekt</source>
        <translation>Without object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>Klicka på kartan eller på något som är ritat. Esc lämnar.</source>
        <translation>Click the map or something that is drawn. Esc leaves.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>Klicka för att sätta en prick. Klicka på en egen för att ta tillbaka den.</source>
        <translation>Click to put a dot. Click one of your own to take it back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>Ny kommentar</source>
        <translation>New comment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>Kommentera {thing}</source>
        <translation>Comment on {thing}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>{n} av {antal} prickar kvar</source>
        <translation>{n} of {antal} dots left</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>Ingen har röstat än. Välj Rösta och klicka på det ni tycker är viktigast.</source>
        <translation>Nobody has voted yet. Choose Vote and click what you find most important.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>Inga kommentarer att visa. Välj Kommentera och klicka på kartan.</source>
        <translation>No comments to show. Choose Comment and click the map.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_controller.py"/>
        <source>Rösta · {n} prickar kvar</source>
        <translation>Vote · {n} dots left</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Ringar och linjer i gruppernas färger runt det som är ritat. Bara på skärmen, inte i tryck.</source>
        <translation>Rings and lines in the groups' colours around what is drawn. Only on the screen, not in print.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Vad listan visar</source>
        <translation>What the list shows</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Klicka på kartan eller på något som är ritat och skriv</source>
        <translation>Click the map or something that is drawn, and write</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Klicka på kartan för att sätta en prick, och på en egen prick för att ta tillbaka</source>
        <translation>Click the map to put a dot, and one of your own dots to take it back</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Öppna kommentarer ({n})</source>
        <translation>Open comments ({n})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Alla kommentarer ({n})</source>
        <translation>All comments ({n})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Mina kommentarer ({n})</source>
        <translation>My comments ({n})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_notes/notes_page.py"/>
        <source>Mest röster ({n})</source>
        <translation>Most votes ({n})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_rows.py"/>
        <source>Den används av {n} andra och kan inte tas bort. Behåll den, eller ändra de andra först och välj sedan igen.</source>
        <translation>It is used by {n} others and cannot be deleted. Keep it, or change the others first and then choose again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_rows.py"/>
        <source>Det valda passar inte i ”{kolumn}”. Välj något annat, eller ändra för hand.</source>
        <translation>What you chose does not fit in “{kolumn}”. Choose something else, or change it by hand.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_rows.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en uppgift</source>
        <translation>a fact</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_rows.py"/>
        <source>Formen går inte att läsa. Välj något annat, eller rita om objektet för hand.</source>
        <translation>The shape cannot be read. Choose something else, or redraw the object by hand.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_rows.py"/>
        <source>Raden finns inte längre. Välj ”Behåll som det är nu”.</source>
        <translation>The row is no longer there. Choose “Keep it as it is now”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_rows.py"/>
        <source>Frågan finns inte längre. Öppna strukturbilden på nytt.</source>
        <translation>The question is no longer there. Open the strukturbild again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>ett objekt utan namn</source>
        <translation>an unnamed object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>ett objekt utan namn ({klass})</source>
        <translation>an unnamed object ({klass})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>någon</source>
        <translation>somebody</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>huvudfilen</source>
        <translation>the main file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>någon i huvudfilen</source>
        <translation>somebody in the main file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>kommunen {namn}</source>
        <translation>the municipality {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>en fil på {antal} kB</source>
        <translation>a file of {antal} kB</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>ja</source>
        <translation>yes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>nej</source>
        <translation>no</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>ett annat slag</source>
        <translation>another kind</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>målkopplingar: {n}</source>
        <translation>goal links: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>röster: {n}</source>
        <translation>votes: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/conflict_words.py"/>
        <source>Då försvinner också {what}.</source>
        <translation>Then these go too: {what}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_controller.py"/>
        <source>Avgör: {namn}</source>
        <translation>Decide: {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_controller.py"/>
        <source>Skjut upp: {namn}</source>
        <translation>Postpone: {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_controller.py"/>
        <source>Alla {n} frågor är avgjorda. Ctrl+Z tar tillbaka.</source>
        <translation>All {n} questions are decided. Ctrl+Z takes back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_controller.py"/>
        <source>{vem} {tid}</source>
        <translation>{vem} {tid}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_controller.py"/>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <location filename="../../strukturbild_plugin/workshop/copy_files/head_changes.py"/>
        <source>inget</source>
        <translation>nothing</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Skäl (valfritt)</source>
        <translation>Reason (optional)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <source>Föregående fråga</source>
        <translation>Previous question</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <source>Nästa fråga</source>
        <translation>Next question</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <source>Det här gäller</source>
        <translation>This holds</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <source>Ändra för hand</source>
        <translation>Change by hand</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <source>Ändra objektet på kartan eller i fliken Objekt, och välj sedan ”Behåll som det är nu”.</source>
        <translation>Change the object on the map or in the Object tab, and then choose “Keep it as it is now”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <source>{n} av {antal}</source>
        <translation>{n} of {antal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <source>{n} av {antal} avgjorda</source>
        <translation>{n} of {antal} decided</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/review_page.py"/>
        <source>Frågan är uppskjuten. Den är kvar i filen tills den är avgjord.</source>
        <translation>The question is postponed. It stays in the file until it is decided.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en annan</source>
        <translation>another</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>målet ”{titel}”</source>
        <translation>the goal “{titel}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>öppen</source>
        <translation>open</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>uppskjuten</source>
        <translation>postponed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>avgjord</source>
        <translation>decided</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>inaktuell</source>
        <translation>out of date</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>utkast</source>
        <translation>draft</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>allt</source>
        <translation>everything</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>bara lägga till</source>
        <translation>only add</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>bara kommentera</source>
        <translation>only comment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>kopplingen mellan {objekt} och {mål}</source>
        <translation>the link between {objekt} and {mål}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>hur {ett} påverkar {annat}</source>
        <translation>how {ett} bears on {annat}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>att {ett} motsvarar {annat}</source>
        <translation>that {ett} corresponds to {annat}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en röst</source>
        <translation>a vote</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>rösten från {vem}</source>
        <translation>the vote of {vem}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>namnet på kartan för {objekt}</source>
        <translation>the name on the map of {objekt}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>insatsen ”{vad}” för {objekt}</source>
        <translation>the measure “{vad}” for {objekt}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>frågan om {mål} vid {objekt}</source>
        <translation>the question about {mål} at {objekt}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>frågan om {objekt}</source>
        <translation>the question about {objekt}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>nivån ”{nivå}” i klassen ”{klass}”</source>
        <translation>the level “{nivå}” of the class “{klass}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>logotypen</source>
        <translation>the logo</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>regionens utseende</source>
        <translation>the look of the region</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>symboluppsättningen</source>
        <translation>the symbol set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>symbolerna</source>
        <translation>the symbols</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>kartlayouten</source>
        <translation>the map layout</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>mallen</source>
        <translation>the template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>bilagan</source>
        <translation>the attachment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>strukturbilden</source>
        <translation>the strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>bilden</source>
        <translation>the picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en bild</source>
        <translation>a picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>gränsen för</source>
        <translation>the boundary of</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>gränsen för området</source>
        <translation>the boundary of the area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>målsamlingen</source>
        <translation>the goal set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en målsamling</source>
        <translation>a goal set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>målet</source>
        <translation>the goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>kommentaren</source>
        <translation>the comment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en kommentar</source>
        <translation>a comment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>workshopen</source>
        <translation>the workshop</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en workshop</source>
        <translation>a workshop</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>gruppen</source>
        <translation>the group</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en grupp</source>
        <translation>a group</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en klass</source>
        <translation>a class</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>svaret</source>
        <translation>the answer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>ett svar i en lista</source>
        <translation>an answer of a list</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>uppgiften</source>
        <translation>the fact</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>rubriken</source>
        <translation>the heading</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en rubrik</source>
        <translation>a heading</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en struktur</source>
        <translation>a structure</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>lagret</source>
        <translation>the layer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en rad i loggen</source>
        <translation>a row of the log</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>en fråga från en tidigare sammanslagning</source>
        <translation>a question from an earlier merge</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_review/row_names.py"/>
        <source>det som grupperna har ritat lika</source>
        <translation>what the groups have drawn alike</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/joint_edits.py"/>
        <source>Gör {antal} objekt gemensamma</source>
        <translation>Make {antal} objects joint</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/joint_edits.py"/>
        <source>Gör gemensamt: {namn}</source>
        <translation>Make joint: {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/joint_edits.py"/>
        <source>Valet har ändrats. Välj i listan igen.</source>
        <translation>What was chosen is different now. Choose in the list again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/joint_edits.py"/>
        <source>{bild}: gruppernas varianter</source>
        <translation>{bild}: the groups' variants</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/joint_edits.py"/>
        <source>gruppernas varianter</source>
        <translation>the groups' variants</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Jämför vad grupperna har ritat…</source>
        <translation>Comparing what the groups have drawn…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Jämför vad grupperna har ritat</source>
        <translation>Comparing what the groups have drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Skriver kartbladet</source>
        <translation>Writing the sheet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>enighet</source>
        <translation>agreement</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Spara kartbladet som</source>
        <translation>Save the sheet as</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Gemensamt: {grupper}</source>
        <translation>Joint: {grupper}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Har ritat det sent: {grupper}</source>
        <translation>Drew it late: {grupper}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Liknar något som redan är gemensamt. Gruppen kan läggas till.</source>
        <translation>Like something that is joint already. The group can be added.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>{grupper}, sent</source>
        <translation>{grupper}, late</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Gör gemensamt</source>
        <translation>Make joint</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Lägg till gruppen</source>
        <translation>Add the group</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Gör {grupp}:s gemensam</source>
        <translation>Make that of {grupp} joint</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>Är gemensamt</source>
        <translation>Is joint</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>gemensamt</source>
        <translation>joint</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>mest lik alla</source>
        <translation>most like all</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>variant, {procent} % lik</source>
        <translation>variant, {procent} % alike</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>{procent} % lik</source>
        <translation>{procent} % alike</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_controller.py"/>
        <source>räknas inte, {procent} % lik</source>
        <translation>not counted, {procent} % alike</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Alla grupper</source>
        <translation>All groups</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Bara {grupp}</source>
        <translation>Only {grupp}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>av {antal}</source>
        <translation>of {antal}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>av {antal} grupper har ritat</source>
        <translation>of {antal} groups have drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Gör gemensamt ({antal})</source>
        <translation>Make joint ({antal})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Vilka gruppers objekt som visas</source>
        <translation>Whose objects are shown</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Antal på kartan</source>
        <translation>Count on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Visa på kartan hur många grupper</source>
        <translation>Show on the map how many groups</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Linjer blir bredare, ytor mörkare och noder större ju fler grupper. Bara på skärmen.</source>
        <translation>Lines get wider, areas darker and nodes larger, the more groups. Only on the screen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Vad grupperna har ritat</source>
        <translation>What the groups have drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>… och ändra</source>
        <translation>… and change</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Ett gemensamt objekt ritas. Gruppernas egna flyttas till bilden ”gruppernas varianter”.</source>
        <translation>A joint object is drawn. The groups' own are moved to the picture “the groups' variants”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Gör gemensamt, och öppna det så att det kan ändras för hand</source>
        <translation>Make it joint, and open it to be changed by hand</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Minst så många grupper</source>
        <translation>At least so many groups</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Allt som minst så många grupper har ritat blir gemensamt, som ett ångersteg</source>
        <translation>All that at least so many groups have drawn becomes joint, as one undo step</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Minst</source>
        <translation>At least</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/gui/workshop_synthesis/synthesis_page.py"/>
        <source>Spara kartblad…</source>
        <translation>Save sheet…</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Inget ritat än</source>
        <translation>Nothing drawn yet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>{there}; minst {n} behövs</source>
        <translation>{there}; at least {n} needed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Ett nuläge behöver inga mål</source>
        <translation>The present needs no goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Inget kopplat än</source>
        <translation>Nothing linked yet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>{n} objekt att koppla</source>
        <translation>{n} objects to link</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>{goals} av {all} mål har stöd</source>
        <translation>{goals} of {all} goals have support</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Inget att granska än</source>
        <translation>Nothing to check yet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Inget att rätta</source>
        <translation>Nothing to mend</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Inget att rätta; {n} tips</source>
        <translation>Nothing to mend; tips: {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Ingen utgåva än</source>
        <translation>No edition yet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Ändrad sedan utgåva {n}</source>
        <translation>Changed since edition {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/drawing_steps.py"/>
        <source>Utgåva {n}, {date}</source>
        <translation>Edition {n}, {date}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>syfte</source>
        <translation>purpose</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>organisation</source>
        <translation>organisation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>nivå på samverkanstrappan</source>
        <translation>level on the ladder of cooperation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>Skriv syftet</source>
        <translation>Write the purpose</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>Saknas: {what}</source>
        <translation>Missing: {what}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>{organisation}, samverkansnivå {n}</source>
        <translation>{organisation}, level of cooperation {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>Välj område och bild</source>
        <translation>Choose area and picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>område</source>
        <translation>area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>målår för {picture}</source>
        <translation>target year of {picture}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>{n} områden</source>
        <translation>{n} areas</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>Inga mål än</source>
        <translation>No goals yet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>Saknas: RUS för {areas}</source>
        <translation>Missing: RUS for {areas}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>{n} mål ur en samling</source>
        <translation>{n} goals from one set</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/purpose_steps.py"/>
        <source>{n} mål ur {sets} samlingar</source>
        <translation>{n} goals from {sets} sets</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_chain.py"/>
        <source>Mallen ”{template}” finns inte här eller har fel. Stegen är programmets vanliga.</source>
        <translation>The template “{template}” is not here or has faults. The steps are the program's usual ones.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_chain.py"/>
        <source>Strukturbilden gjordes med version {was} av mallen; här finns version {now}. Det ritade är oförändrat.</source>
        <translation>The strukturbild was made with version {was} of the template; here is version {now}. What is drawn is unchanged.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_state.py"/>
        <source>med mera</source>
        <translation>and more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} saknar namn</source>
        <translation>{what} without a name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} saknar nivå</source>
        <translation>{what} without a level</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} saknar text</source>
        <translation>{what} without a text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} med mellanslag för mycket i namnet</source>
        <translation>{what} with too many spaces in the name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} av en klass som inte finns</source>
        <translation>{what} of a class that does not exist</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} i fel lager</source>
        <translation>{what} in the wrong layer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} med en nivå som inte finns</source>
        <translation>{what} with a level that does not exist</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} med en status som inte finns</source>
        <translation>{what} with a status that does not exist</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} med en undertyp som inte finns</source>
        <translation>{what} with a subtype that does not exist</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} med ett värde som inte finns</source>
        <translation>{what} with a value that does not exist</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} syns inte på kartan</source>
        <translation>{what} not shown on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} med en form som behöver lagas</source>
        <translation>{what} with a shape that needs mending</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} utanför området</source>
        <translation>{what} outside the area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} med en ände utan nod</source>
        <translation>{what} with an end without a node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} når inte sin nod</source>
        <translation>{what} not reaching its node</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} finns två gånger</source>
        <translation>{what} there twice</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} på samma plats som en annan</source>
        <translation>{what} in the same place as another</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} hör till en bild som inte finns</source>
        <translation>{what} belonging to a picture that does not exist</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} med samma identitet som något annat</source>
        <translation>{what} with the same identity as something else</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} utan den nod som anges</source>
        <translation>{what} without the node given</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} utan sin motsvarighet i den andra bilden</source>
        <translation>{what} without its counterpart in the other picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} vars målkoppling pekar på ett mål som saknas</source>
        <translation>{what} with a goal link to a goal that is missing</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} kopplade två gånger till samma mål</source>
        <translation>{what} linked twice to the same goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} utan mål</source>
        <translation>{what} without goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{what} att se över</source>
        <translation>{what} to look over</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/guide/step_texts.py"/>
        <source>{n} andra</source>
        <translation>{n} others</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/i18n.py"/>
        <source>{places} och {last}</source>
        <translation>{places} and {last}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/plugin.py"/>
        <source>Strukturbildspanelen</source>
        <translation>The strukturbild panel</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>mjukt bindestreck</source>
        <translation>soft hyphen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>blanksteg utan bredd</source>
        <translation>zero width space</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>särskiljare utan bredd</source>
        <translation>zero width non-joiner</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>sammanfogare utan bredd</source>
        <translation>zero width joiner</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>skrivriktning från vänster</source>
        <translation>left-to-right mark</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>skrivriktning från höger</source>
        <translation>right-to-left mark</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>hårt bindestreck</source>
        <translation>non-breaking hyphen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>radbrytning</source>
        <translation>line separator</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>styckebrytning</source>
        <translation>paragraph separator</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>omvänd skrivriktning</source>
        <translation>right-to-left override</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>ordsammanfogare</source>
        <translation>word joiner</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/printable_text.py"/>
        <source>märke för byteordning</source>
        <translation>byte order mark</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>1 Börja</source>
        <translation>1 Begin</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>2 Fylla</source>
        <translation>2 Fill</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>3 Granska och ge ut</source>
        <translation>3 Check and give out</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>Kör Kopiera strukturbild och välj slaget rensad.</source>
        <translation>Run Copy strukturbild and choose the kind rensad.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>Öppna den i panelen och uppgradera, eller kör Kopiera strukturbild: kopian blir uppgraderad.</source>
        <translation>Open it in the panel and upgrade it, or run Copy strukturbild: the copy will be upgraded.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>Licens, till exempel CC0 1.0 eller CC BY 4.0 ({empty})</source>
        <translation>Licence, for example CC0 1.0 or CC BY 4.0 ({empty})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>Spridningstillstånd: nummer, eller varför det inte behövs ({empty})</source>
        <translation>Permission to publish: number, or why it is not needed ({empty})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>Spridningstillståndets datum, ÅÅÅÅ-MM-DD ({empty})</source>
        <translation>Date of the permission, YYYY-MM-DD ({empty})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>Diarienummer ({empty})</source>
        <translation>Reference number ({empty})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/base.py"/>
        <source>Välj var resultatet ska ligga ({name}).</source>
        <translation>Choose where to put the result ({name}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Granska strukturbild</source>
        <translation>Check strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>granska kontroll brister fel validera</source>
        <translation>check control faults errors validate</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Går igenom strukturbilden och räknar upp det som saknas eller inte stämmer: namn, nivåer och texter, objekt utanför området, stråk som inte ansluter till en nod, mål utan objekt och objekt utan mål. Varje rad anger vad som kan göras. Ingenting ändras i filen.

Listan kan sparas som webbsida att läsa och som JSON för andra program.</source>
        <translation>Goes through the strukturbild and lists what is missing or does not fit: names, levels and texts, objects outside the area, corridors that meet no node, goals without objects and objects without goals. Each row says what can be done. Nothing is changed in the file.

The list can be saved as a web page to read and as JSON for other programs.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Lista som webbsida</source>
        <translation>List as a web page</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Lista som JSON</source>
        <translation>List as JSON</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Antal anmärkningar</source>
        <translation>Number of remarks</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Antal per allvar (JSON)</source>
        <translation>Number by severity (JSON)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Utan anmärkning: utan_anmarkning, annars anmarkningar</source>
        <translation>Without remarks: utan_anmarkning, else anmarkningar</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>exportera utgåva karta pdf skriv ut leverans webbsida</source>
        <translation>export edition map pdf print delivery web page</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Gör en utgåva av strukturbilden i en egen mapp inuti den valda: karta som PDF, förhandsbild, GeoPackage att lämna vidare, webbsida med objekt och mål, och en innehållsförteckning. Alla filer får samma utgåvenummer, datum, status och fingeravtryck, så att det går att visa att de hör ihop. Inget som redan ligger i den valda mappen ändras; MAPP i resultatet är utgåvans egen.

Licens, spridningstillstånd och diarienummer står på alla filer. Det som fylls i här skrivs först in i strukturbilden.

Fler format: geopdf (lager och koordinater), svg (att formge vidare), png (bild i vald bredd) och bildspel (1920 × 1080). Varje fil kontrolleras när den är gjord; är något fel görs ingen utgåva.</source>
        <translation>Makes an edition of the structural picture in a folder of its own inside the chosen one: map as PDF, preview, GeoPackage to hand over, web page with objects and goals, and a table of contents. All files get the same edition number, date, status and fingerprint, so that it can be shown that they belong together. Nothing that is in the chosen folder already is changed; MAPP in the result is the edition's own.

Licence, permission to publish and reference number stand on every file. What is filled in here is first written into the structural picture.

More formats: geopdf (layers and coordinates), svg (for further design), png (a picture as wide as you choose) and bildspel (1920 × 1080). Each file is checked when it is made; when something is wrong no edition is made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Bild (namn eller id; tom: alla)</source>
        <translation>Picture (name or id; empty: all)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Format (karta, geopdf, svg, png, bildspel, bild, leverans, webb; flera med komma; tomt: de vanliga)</source>
        <translation>Formats (karta, geopdf, svg, png, bildspel, bild, leverans, webb; several with commas; empty: the usual)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Papper (A0–A4, A4-staende, rollup, bild16x9, 700x1000; flera med komma)</source>
        <translation>Paper (A0–A4, A4-staende, rollup, bild16x9, 700x1000; several with commas)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Kartblad (karta, karta-mal, arbetsblad, fore-efter, scenarier, atlas-mal, atlas-omrade, atlas-bild; flera med komma)</source>
        <translation>Sheets (karta, karta-mal, arbetsblad, fore-efter, scenarier, atlas-mal, atlas-omrade, atlas-bild; several with commas)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Utfall i mm till tryckeriet</source>
        <translation>Bleed in mm for the printer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Skärmärken</source>
        <translation>Crop marks</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>PNG-bildens bredd i pixlar</source>
        <translation>Width of the PNG image in pixels</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Egen layout (namn i strukturbilden eller en .qpt-fil; ”-”: programmets egen)</source>
        <translation>Own layout (name in the structural picture or a .qpt file; “-”: the program's own)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Ord för översiktsplan (till exempel op_modell_2_x; tomt: strukturbildens eget val, ”-”: inga)</source>
        <translation>Words for comprehensive plans (for example op_modell_2_x; empty: the strukturbild's own choice, “-”: none)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>tomt: som det står i strukturbilden</source>
        <translation>empty: as it stands in the structural picture</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Mapp att lägga utgåvan i</source>
        <translation>Folder to put the edition in</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Utgåvans nummer</source>
        <translation>Number of the edition</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Filer (JSON)</source>
        <translation>Files (JSON)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Översättningen ”{kod}” finns inte. Välj någon av {koder}, eller skriv ”-” för inga.</source>
        <translation>There is no translation “{kod}”. Choose one of {koder}, or write “-” for none.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Verifiera utgåva</source>
        <translation>Verify edition</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>verifiera jämför utgåva fingeravtryck äkta</source>
        <translation>verify compare edition fingerprint genuine</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Kontrollerar att filerna i en utgåvas mapp hör ihop och är orörda. Svaret är samma (same), olika (different) eller ändrade efteråt (tampered), och vilka filer det gäller. Filer som innehållsförteckningen inte räknar upp nämns vid namn: svaret gäller inte dem. Har mappen flera utgåvor i var sin mapp prövas var och en.</source>
        <translation>Checks that the files in the folder of an edition belong together and are untouched. The answer is the same (same), different (different) or changed afterwards (tampered), and which files it is about. Files that the manifest does not list are named: the answer is not about them. When the folder has several editions in folders of their own, each is tried.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Utgåvans mapp</source>
        <translation>Folder of the edition</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Svar: same, different eller tampered</source>
        <translation>Answer: same, different or tampered</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Vad som skiljer (JSON)</source>
        <translation>What differs (JSON)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/check_and_export.py"/>
        <source>Filer som svaret inte gäller (JSON)</source>
        <translation>Files that the answer is not about (JSON)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Jämför två strukturbilder</source>
        <translation>Compare two strukturbilder</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>jämför skillnad nytt ändrat utgåva version</source>
        <translation>compare difference new changed edition version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Visar vad som är nytt i en fil sedan en äldre fil av samma strukturbild: objekt som tillkommit, tagits bort och ändrats, med vad som stod förut. En linje som bara har följt med när en nod flyttades räknas inte.

Listan kan sparas som webbsida att läsa och som JSON för andra program. Filerna läses bara.</source>
        <translation>Says what is new in a file since an older file of the same strukturbild: objects that were added, removed and changed, with what it said before. A line that has only followed a node that was moved is not counted.

The list can be saved as a web page to read and as JSON for other programs. The files are only read.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Den äldre filen</source>
        <translation>The older file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Den nyare filen</source>
        <translation>The newer file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Nya objekt</source>
        <translation>New objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Borttagna objekt</source>
        <translation>Removed objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Ändrade objekt</source>
        <translation>Changed objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Sammanfattning</source>
        <translation>Summary</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/compare.py"/>
        <source>Vad är nytt i {fil} sedan {aldre}</source>
        <translation>What is new in {fil} since {aldre}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Ändra område för en strukturbild</source>
        <translation>Change the area of a strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>län område avgränsning region storregional</source>
        <translation>county area border region</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Ändrar vilka län en strukturbild gäller. Avgränsningen följer med, liksom en titel som bara angav länen.

Inget ritat ändras eller tas bort: det som hamnar utanför ligger kvar, och granskningen räknar upp det. Skriv alla län som strukturbilden ska gälla, med kod eller namn och komma emellan; norska fylken och finska landskap också, som NO-18 eller Österbotten.</source>
        <translation>Changes which counties a strukturbild is about. The outline follows, and so does a title that only named the counties.

Nothing drawn is changed or removed: what ends up outside stays, and the checks list it. Write all counties that the strukturbild is to be about, by code or name and separated by commas; Norwegian and Finnish regions too, as NO-18 or Österbotten.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Län, fylke eller landskap (kod eller namn, komma emellan)</source>
        <translation>Counties, or regions of Norway and Finland (code or name, separated by commas)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Hämta också målen i de nya länens RUS</source>
        <translation>Also fetch the goals of the new counties' regional strategies</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <location filename="../../strukturbild_plugin/processing/fill_location.py"/>
        <source>Vem som ändrar</source>
        <translation>Who makes the change</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Objekt utanför området</source>
        <translation>Objects outside the area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Objekt utanför området: {n}. De ligger kvar; granskningen räknar upp dem.</source>
        <translation>Objects outside the area: {n}. They stay; the check lists them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Kopiera strukturbild</source>
        <translation>Copy strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>spara som kopia revidering bord säkerhetskopia</source>
        <translation>save as copy revision table backup</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Gör en kopia av en strukturbild, också medan den är öppen; det som är sparat kommer med.

revidering: en ny strukturbild för nästa revidering. Allt ritat, målen, utseendet och loggen följer med, bilderna blir utkast igen, och i den nya står vilken den kommer från. Utgåvor, beslutsdatum och förankring stannar i den gamla.
samma: en exakt kopia med allt, till exempel för ett bord på en workshop.
rensad: för en fil som inte öppnas eftersom någon har lagt främmande delar i den, som utlösare och vyer. Strukturbildens eget innehåll följer med oförändrat, och det redovisas vad som utelämnades.

Är filen från en äldre version av programmet blir kopian uppgraderad; filen som kopieras ändras aldrig.</source>
        <translation>Copies a structural picture, also while it is open; what is saved comes along.

revidering: a new structural picture for the next revision. All that is drawn, the goals, the look and the log come along, the pictures become drafts again, and the new one says which it comes from. Editions, dates of decision and anchoring stay in the old one.
samma: an exact copy with everything, for instance for a table at a workshop.
rensad: for a file that is not opened because somebody has put foreign parts in it, such as triggers and views. The structural picture's own content comes along unchanged, and what was left out is listed.

If the file is from an older version of the program the copy is upgraded; the file that is copied never changes.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Slag av kopia</source>
        <translation>Kind of copy</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Titel (tom: samma som förut)</source>
        <translation>Title (empty: the same as before)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Vem som kopierar</source>
        <translation>Who makes the copy</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Ersätt filen om den redan finns</source>
        <translation>Replace the file if it exists</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/copy_and_area_change.py"/>
        <source>Kopia</source>
        <translation>Copy</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>ny skapa mall län region målbild nuläge</source>
        <translation>new create template county region target picture present</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Skapar en strukturbild för ett eller flera län som en GeoPackage-fil. Filen får lager, formulär, symboler, länens avgränsning och de RUS-mål som hör till mallen och länen, och kan öppnas i QGIS även utan insticksprogrammet.

Län skrivs med kod eller namn, med komma emellan: 17, 18 eller Värmland, Örebro. Norska fylken och finska landskap går också, ensamma eller med län: 24, NO-18 eller Västerbotten, Nordland, Österbotten. För dem finns inga mål i biblioteket, och kartan ritas i SWEREF 99 TM också där. Lämnas titeln tom föreslås en efter länen. Målsamlingar skrivs med kod; lämnas de tomma följer länens RUS och mallens samlingar med, och ordet inga ger en strukturbild utan mål.

Tillägg ger fler klasser: norr (rennäring och samiska områden), kust (områden i havsplan) och ansprak (riksintressen och totalförsvarets öppet redovisade intressen).</source>
        <translation>Creates a strukturbild for one or more counties as a GeoPackage file. The file gets layers, forms, symbols, the outline of the counties and the RUS goals that go with the template and the counties, and can be opened in QGIS without the plugin too.

Counties are written by code or name, separated by commas: 17, 18 or Värmland, Örebro. Norwegian and Finnish regions work too, alone or with counties: 24, NO-18 or Västerbotten, Nordland, Österbotten. The library has no goals for them, and the map is drawn in SWEREF 99 TM there too. If the title is left empty, one is suggested from the counties. Goal sets are written by code; left empty, the RUS of the counties and the sets of the template come along, and the word inga gives a strukturbild without goals.

Packs bring more classes: norr (reindeer herding and Sámi areas), kust (marine plan areas) and ansprak (national interests and public total defence interests).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Titel (tom: föreslås efter länen)</source>
        <translation>Title (empty: suggested from the counties)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Målsamlingar (koder; tom: länens RUS och mallens)</source>
        <translation>Goal sets (codes; empty: the counties' RUS and the template's)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Symboluppsättning (tom: mallens)</source>
        <translation>Symbol set (empty: the template's)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Målår (tomt: mallens)</source>
        <translation>Target year (empty: the template's)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>tomt: anges inte</source>
        <translation>empty: not stated</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Tillägg (klasser som bara vissa bilder behöver)</source>
        <translation>Packs (classes that only some pictures need)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Egen mall som fil (går före Mall)</source>
        <translation>Own template as a file (goes before Template)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Filer med egna objektklasser</source>
        <translation>Files with object classes of your own</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Språk i formulär och lager</source>
        <translation>Language of forms and layers</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Skapa ett genomarbetat exempel</source>
        <translation>Create a worked example</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>exempel prova nobelbanestråket demo</source>
        <translation>example try nobelbanestråket demo</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <source>Skapar ett av de färdiga exemplen som en egen strukturbild att titta i och prova på. Exemplet visar hur noder, stråk, samband, grön och blå struktur, gränsbygd och RUS-mål hänger ihop. Det är ett exempel och ingen beslutad plan; det står också på allt som skrivs ut från det.</source>
        <translation>Creates one of the ready examples as a strukturbild of your own to look at and try things on. The example shows how nodes, corridors, links, green and blue structure, border country and RUS goals belong together. It is an example and not an adopted plan; everything printed from it says so too.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/create.py"/>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <source>Exempel</source>
        <translation>Example</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/fill_location.py"/>
        <source>Fyll i berörda kommuner, län och gränser</source>
        <translation>Fill in municipalities, counties and borders</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/fill_location.py"/>
        <source>kommunkoder län gräns läge</source>
        <translation>municipality codes county border position</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/fill_location.py"/>
        <source>Fyller i Berörda kommuner, Berörda län och länder och Gräns som korsas efter objektens läge. I fönstret görs det när något ritas eller flyttas; det här är för filer från tiden före, och efter en sammanslagning.

Det som redan står i ett fält står kvar, om du inte väljer att skriva över. Bara svenska kommuner: det som ligger i ett grannland får landets kod.</source>
        <translation>Fills in Municipalities concerned, Counties and countries concerned and Border that is crossed by the position of the objects. In the window this is done when something is drawn or moved; this is for files from before, and after a merge.

What already stands in a field stays, unless you choose to overwrite. Swedish municipalities only: what lies in a neighbouring country gets the code of the country.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/fill_location.py"/>
        <source>Skriv över det som redan står</source>
        <translation>Overwrite what already stands there</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/fill_location.py"/>
        <source>Antal ändrade objekt</source>
        <translation>Number of objects changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/fill_location.py"/>
        <source>Objekt utan svensk kommun</source>
        <translation>Objects without a Swedish municipality</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>Granskning av {title}</source>
        <translation>Check of {title}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>Inga anmärkningar.</source>
        <translation>No remarks.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>{n} anmärkningar.</source>
        <translation>{n} remarks.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>Allvar</source>
        <translation>Severity</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/findings_page.py"/>
        <source>Regel</source>
        <translation>Rule</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Mål i kartan (tabeller)</source>
        <translation>Goals on the map (tables)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>mål täckning matris kommun vita fläckar målkonflikt</source>
        <translation>goals coverage matrix municipality white spots goal conflict</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Skriver tabeller över hur målen och objekten i bilden hänger ihop: mål mot klasser, objekt och kommuner, mål utan plats, objekt utan mål, vad som saknas i kommuner och ritade landsbygder, och frågor att hantera där mål möts. Bara mål utan undermål räknas, så att inget räknas två gånger. Cellerna är bidragen (−2 till +2) gånger målets vikt. En tom cell är inte noll: där är inget kopplat.

Utan bild räknas alla bilder i filen. Utan målsamling räknas alla samlingar.</source>
        <translation>Writes tables of how the goals meet what is drawn: goals against classes, objects and municipalities, goals without a place, objects without a goal, what is missing in municipalities and in countryside that is drawn, and questions to deal with where goals meet. Only goals without goals below them count, so that nothing counts twice. The cells are the contributions (−2 to +2) times the goal's weight. An empty cell is not zero: nothing is linked there.

Without a picture, all pictures in the file count. Without a goal set, all sets count.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Mapp för tabellerna</source>
        <translation>Folder for the tables</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Filformat</source>
        <translation>File format</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Bildens namn eller identitet (tomt: alla)</source>
        <translation>Name or identity of the picture (empty: all)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Målsamlingens kod (tomt: alla)</source>
        <translation>Code of the goal set (empty: all)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Tabellerna (JSON)</source>
        <translation>The tables (JSON)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Bara svenska kommuner räknas; området ligger delvis i Norge eller Finland.</source>
        <translation>Only Swedish municipalities are counted; the area is partly in Norway or Finland.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Bilden ”{namn}” finns inte i filen. Bilderna är: {finns}.</source>
        <translation>There is no picture “{namn}” in the file. The pictures are: {finns}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>Målsamlingen ”{namn}” finns inte i filen. Samlingarna är: {finns}.</source>
        <translation>There is no goal set “{namn}” in the file. The sets are: {finns}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/goal_coverage.py"/>
        <source>inga</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Överordnat mål</source>
        <translation>Goal above</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Hämta objekt från andra data</source>
        <translation>Take objects from other data</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>importera hämta shapefil geojson csv lager objekt</source>
        <translation>import take shapefile geojson csv layer objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Hämtar punkter, linjer eller ytor ur en fil till en klass i strukturbilden. Koordinaterna räknas om till SWEREF 99 TM, trasiga ytor lagas och det som inte kan tas med räknas upp med skäl. Det som ligger i strukturbildens område hämtas; välj hela filen för att ta med resten.

Ange vilka kolumner i källan som är namn, nivå, status, text och mål, eller låt programmet föreslå dem utifrån kolumnernas namn och värden. Mål skrivs med sin kod. Det som redan har hämtats känns igen, först på sin identitet och annars på namn och plats, och ändras bara när du väljer att uppdatera. Inget tas bort. Pröva först om du är osäker: då skrivs ingenting.</source>
        <translation>Imports points, lines or areas from a file to a class of the strukturbild. The coordinates are transformed to SWEREF 99 TM, broken areas are repaired, and what cannot be taken is listed with the reason. What lies in the area of the strukturbild is imported; choose the whole file to take the rest too.

Say which columns of the source are name, level, status, text and goals, or let them be guessed from the names and values of the columns. Goals are written with their codes. What has been imported before is recognised, first by its identity and else by name and place, and is changed only when you choose to update. Nothing is removed. Try first if you are unsure: then nothing is written.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Hämta från</source>
        <translation>Take from</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Lager i källan (tomt: det första som passar; *: alla som passar)</source>
        <translation>Layer in the source (empty: the first that fits; *: all that fit)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Objektklass (kod)</source>
        <translation>Object class (code)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Bild (namn eller id; tom: den första)</source>
        <translation>Picture (name or id; empty: the first)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn med namn</source>
        <translation>Column with names</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn med nivå</source>
        <translation>Column with levels</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn med status</source>
        <translation>Column with status</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn med beskrivning</source>
        <translation>Column with descriptions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn med målkoder</source>
        <translation>Column with goal codes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Nivå för objekt som saknar (kod)</source>
        <translation>Level for objects that have none (code)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Status för objekt som saknar (kod)</source>
        <translation>Status of objects that lack one (code)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn som känner igen en rad vid nästa hämtning (eller: ”namn och plats”)</source>
        <translation>Column that recognises a row at the next import (or: “namn och plats” for name and place)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Koordinatsystem (EPSG-kod) när filen inte anger det eller anger fel</source>
        <translation>Coordinate system (EPSG code) when the file does not say or says wrong</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn med öst (eller longitud, båda koordinaterna, wkt) när den inte hittas</source>
        <translation>Column with east (or longitude, both coordinates, wkt) when it is not found</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn med norr (eller latitud) när den inte hittas</source>
        <translation>Column with north (or latitude) when it is not found</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Hela filen: även det som ligger utanför strukturbildens område</source>
        <translation>The whole file: also what lies outside the area of the strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Objekt som finns men är ändrade i källan: visa (fraga), uppdatera (ja) eller lämna (nej)</source>
        <translation>Objects that are there but changed in the source: show (fraga), update (ja) or leave (nej)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Pröva: visa vad som skulle hända, skriv ingenting</source>
        <translation>Try: show what would happen, write nothing</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Rapport rad för rad</source>
        <translation>Report row by row</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Rapport som tabell</source>
        <translation>Report as a table</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Hämtade objekt</source>
        <translation>Objects taken</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Uppdaterade objekt</source>
        <translation>Updated objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Objekt som finns men är ändrade i källan</source>
        <translation>Objects that are there but changed in the source</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Objekt som är som förut</source>
        <translation>Objects that are as before</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Objekt som inte längre finns i källan</source>
        <translation>Objects no longer in the source</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Objekt som inte kunde hämtas</source>
        <translation>Objects that could not be taken</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kopplingar till mål</source>
        <translation>Links to goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Vad som inte hämtades och varför (JSON)</source>
        <translation>What was not taken and why (JSON)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Rad {row}: {reason}</source>
        <translation>Row {row}: {reason}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>{antal} rader till; de står i rapporten.</source>
        <translation>{antal} more rows; they are in the report.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Ingenting skrevs: det här var en prövning.</source>
        <translation>Nothing was written: this was a trial.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>{n} objekt hämtades.</source>
        <translation>{n} objects were taken.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Hämta mål</source>
        <translation>Take goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>importera mål rus agenda 2030 målträd excel csv</source>
        <translation>import goals rus agenda 2030 goal tree excel csv</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Lägger till en målsamling i strukturbilden: antingen en som följer med insticksprogrammet, eller en egen tabell i CSV, Excel eller OpenDocument. Tabellen har en rad per mål med kod, nivå, titel och koden för målet ovanför. Stämmer inte tabellen räknas alla fel upp med radnummer och ingenting ändras.

Pröva först om du är osäker: då redovisas vad som hämtas, vad som inte hämtas och varför, och ingenting skrivs. Kolumnerna föreslås utifrån sina namn och kan ändras. Välj att ta med det som går, så hämtas de rader som stämmer. Ange namnet på en ny samling eller koden för en egen som ska förnyas.</source>
        <translation>Adds a goal set to the strukturbild: either one that comes with the plugin, or a table of your own in CSV, Excel or OpenDocument. The table has one row for each goal, with code, level, title and the code of the goal above. If the table is not right, all faults are listed with row numbers and nothing is changed.

Try first if you are unsure: then it is said what is imported, what is not and why, and nothing is written. The columns are guessed from their names and can be pointed out. Choose to take what is right, and the rows that are right are imported. Give the name of a new set, or the code of an own one to renew.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Målsamling som följer med</source>
        <translation>Goal set that comes with the plugin</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Egen tabell (CSV, Excel, ODS)</source>
        <translation>Table of your own (CSV, Excel, ODS)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Blad i kalkylbladet (tomt: det första)</source>
        <translation>Sheet of the spreadsheet (empty: the first)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kopplade mål som inte längre finns: avbryt (refuse), behåll (keep) eller ta bort (remove)</source>
        <translation>Linked goals that are no longer there: stop (refuse), keep or remove</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Ta med de rader som stämmer, och lämna de andra</source>
        <translation>Take the rows that are right, and leave the others</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Namn på en ny samling (tomt: som filen)</source>
        <translation>Name of a new set (empty: as the file)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Egen samling som förnyas (kod)</source>
        <translation>Own set to renew (code)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Kolumn: {title}</source>
        <translation>Column: {title}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Hämtade mål</source>
        <translation>Goals taken</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Rader som inte kunde hämtas</source>
        <translation>Rows that could not be imported</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Välj en målsamling som följer med, eller en egen tabell.</source>
        <translation>Choose a goal set that comes with the plugin, or a table of your own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>{n} mål hämtades.</source>
        <translation>{n} goals were taken.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>{titel} läses ur ”{kolumn}” ({skäl}).</source>
        <translation>{titel} is read from “{kolumn}” ({skäl}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_data.py"/>
        <source>Rader som inte går att hämta: {n}. Rätta tabellen, eller välj att ta med de rader som stämmer.</source>
        <translation>Rows that cannot be imported: {n}. Correct the table, or choose to take the rows that are right.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>Nya: {nya}. Ändrade: {andrade}. Som förut: {lika}. Hämtas inte: {ej}. Finns inte längre: {borta}.</source>
        <translation>New: {nya}. Changed: {andrade}. As before: {lika}. Not imported: {ej}. No longer there: {borta}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>Hämta {fil}</source>
        <translation>Import {fil}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>Raderna känns igen på {vad}.</source>
        <translation>The rows are recognised by {vad}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>Raderna känns igen på kolumnen ”{kolumn}” ({skäl}).</source>
        <translation>The rows are recognised by the column “{kolumn}” ({skäl}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>Koordinatsystem: {namn}.</source>
        <translation>Coordinate system: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>Rad</source>
        <translation>Row</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>Vad som händer</source>
        <translation>What happens</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>Skäl eller skillnad</source>
        <translation>Reason or difference</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>ny</source>
        <translation>new</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>ändrad</source>
        <translation>changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>hämtas inte</source>
        <translation>not imported</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>finns inte längre i filen; objektet ligger kvar</source>
        <translation>is no longer in the file; the object stays</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/import_report.py"/>
        <source>borta ur filen</source>
        <translation>gone from the file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/publish_symbols.py"/>
        <source>Spara symbolerna som QGIS-stil</source>
        <translation>Save the symbols as a QGIS style</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/publish_symbols.py"/>
        <source>symboler symboluppsättning stil bibliotek xml</source>
        <translation>symbols symbol set style library xml</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/publish_symbols.py"/>
        <source>Skriver alla symboler i en symboluppsättning till en stilfil (XML) som vilket QGIS-projekt som helst kan läsa in: Inställningar &gt; Stilhanteraren &gt; Importera. Symbolerna heter som i teckenförklaringen.

Anges en strukturbild följer dess egna klasser, ord, färger och uppsättning med.</source>
        <translation>Writes all symbols of a symbol set to a style file (XML) that any QGIS project can import: Settings &gt; Style Manager &gt; Import. The symbols are named as in the legend.

If a strukturbild is given, its own classes, words, colours and set come along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/publish_symbols.py"/>
        <source>Strukturbild (tomt: programmets katalog)</source>
        <translation>Strukturbild (empty: the program's catalogue)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/publish_symbols.py"/>
        <source>Symboluppsättning (tomt: strukturbildens, annars alla)</source>
        <translation>Symbol set (empty: the strukturbild's, else all)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/publish_symbols.py"/>
        <source>Mapp för stilfilerna</source>
        <translation>Folder for the style files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/publish_symbols.py"/>
        <source>Stilfil (den sista när det är flera)</source>
        <translation>Style file (the last one when there are several)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Spara strukturbild som mall</source>
        <translation>Save strukturbild as template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>mall dela paket klasser steg profil</source>
        <translation>template share package classes steps profile</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Gör en mall av en strukturbild: en fil som andra kan börja från. Bilder, klasser, steg, symboler, profil, logotyper, kartblad och valda målsamlingar följer med. Det som är ritat, namn på personer och loggen följer aldrig med.

Målsamlingar skrivs med kod och komma emellan; lämnas de tomma följer alla med, och ordet inga ger en mall utan mål. Höj versionen när mallen ändras: samma version med annat innehåll går inte att hämta in.</source>
        <translation>Makes a template of a strukturbild: a file that others can begin from. Pictures, classes, steps, symbols, profile, logos, layouts and chosen goal sets go along. What is drawn, names of people and the log never do.

Goal sets are written by code with commas between; left empty all go along, and the word inga gives a template without goals. Raise the version when the template changes: the same version with other content cannot be brought in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Mallens namn</source>
        <translation>Name of the template</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Organisation (tom: strukturbildens)</source>
        <translation>Organisation (empty: that of the strukturbild)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Beskrivning: när mallen används</source>
        <translation>Description: when the template is used</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Villkor, till exempel CC-BY-4.0</source>
        <translation>Terms, for example CC-BY-4.0</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Målsamlingar (koder; tom: alla)</source>
        <translation>Goal sets (codes; empty: all)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Kod (tom: efter organisation och namn)</source>
        <translation>Code (empty: from organisation and name)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Ta med profil och logotyper</source>
        <translation>Take profile and logos along</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Ta med egna kartblad</source>
        <translation>Take own layouts along</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Ta med egna stilar</source>
        <translation>Take own styles along</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Det som inte kom med</source>
        <translation>What did not come along</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>mall installera paket dela</source>
        <translation>template install package share</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Lägger en mall som någon annan har delat bland dina egna, så att den finns att välja när du skapar en strukturbild. Filen granskas först: alla fel redovisas på en gång, ingenting i den körs och ingenting skrivs utanför mappen för egna mallar.

Finns mallen i en annan version väljer du om den nya ska byta ut den, ligga bredvid eller inte tas in. Strukturbilder som redan är gjorda påverkas inte.</source>
        <translation>Puts a template that somebody else has shared among yours, so that it can be chosen when you create a strukturbild. The file is looked over first: all faults are told at once, nothing in it is run and nothing is written outside the folder for own templates.

If the template is there in another version you choose whether the new one replaces it, lies beside it or is not taken in. Strukturbilder already made are not affected.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Om mallen finns i en annan version</source>
        <translation>If the template is there in another version</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Mallen ligger här</source>
        <translation>The template lies here</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Ny, samma, nyare eller äldre</source>
        <translation>New, same, newer or older</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Det som inte ritas av mallens logotyper</source>
        <translation>What is not drawn of the template's logos</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/templates.py"/>
        <source>Mallen finns redan i version {there}, och filen är version {new}. Välj vad som ska hända.</source>
        <translation>The template is already there in version {there}, and the file is version {new}. Choose what is to happen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/terms.py"/>
        <source>Spridningstillståndets datum är ”{value}”. Skriv det som 2026-11-20, eller lämna det tomt.</source>
        <translation>The date of the permission is “{value}”. Write it as 2026-11-20, or leave it empty.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>workshop grupp bord kommun kopia remiss</source>
        <translation>workshop group table municipality copy consultation</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Gör en fil för varje grupp av det som är sparat i strukturbilden, så att alla kan rita samtidigt utan nätverk. I varje fil står vilken grupp den hör till och vad den utgick från. Slå sedan ihop dem med Slå ihop kopior.

Skriv grupperna med komma emellan: Bord 1, Bord 2, Karlstads kommun. Med en grupp för varje kommun i länet läggs de till. Vad grupperna får ändra: allt; nytt (bara lägga till, och ändra det egna); kommentarer (kommentera och rösta, inte rita).

Bredvid filerna läggs ett handledarblad att skriva ut, och ett mejl till varje kommun när de har egna filer.</source>
        <translation>Makes a file for each group of what is saved in the strukturbild, so that everybody can draw at the same time without a network. Each file knows which group it belongs to and what it began with. Then merge them with Merge copies.

Write the groups with commas between: Table 1, Table 2, Karlstad municipality. With a group for each municipality in the county, those are added. What the groups may change: allt (everything); nytt (only add, and change their own); kommentarer (comment and vote, not draw).

Beside the files lie a facilitator's sheet to print and, when municipalities have files of their own, a mail to each of them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Workshopens namn</source>
        <translation>Name of the workshop</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Grupper (komma emellan)</source>
        <translation>Groups (commas between)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>En grupp för varje kommun i länet</source>
        <translation>A group for each municipality in the county</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Vem som startar</source>
        <translation>Who starts it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Gruppernas filer (JSON)</source>
        <translation>The groups' files (JSON)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Handledarblad (PDF)</source>
        <translation>Facilitator's sheet (PDF)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Mejl till kommunerna (text)</source>
        <translation>Mail to municipalities (text)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Antal filer</source>
        <translation>Number of files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Workshopens identitet</source>
        <translation>Identity of the workshop</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>workshop sammanslagning merge bord kommun konflikt</source>
        <translation>workshop merge table municipality conflict</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Slår ihop kopior av en strukturbild till en ny fil. Huvudfilen och kopiorna ändras inte, ordningen spelar ingen roll, och kopior som kommer senare kan slås ihop med resultatet. Har två ändrat samma sak på olika sätt står det gamla kvar och blir en fråga i den nya filen.

En kopia som inte går att läsa nämns, och de andra slås ihop. För vanliga kopior, som saknar uppgift om utgångsläget, anges filen som de gjordes av.</source>
        <translation>Merges copies of a strukturbild into a new file. The main file and the copies are not changed, the order does not matter, and copies that come later can be merged with the result. Where two have changed the same thing in different ways, the old stays and becomes a question in the new file.

A copy that cannot be read is named, and the others are merged. For plain copies, which do not say what they began with, state the file they were made of.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Huvudfil</source>
        <translation>Main file</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Kopior</source>
        <translation>Copies</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Ta med filer som har blivit en ny strukturbild</source>
        <translation>Take along files that have become a new strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Vem som slår ihop</source>
        <translation>Who merges</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Nya frågor</source>
        <translation>New questions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Frågor som väntar</source>
        <translation>Questions that wait</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Vad det blev av varje kopia (JSON)</source>
        <translation>What became of each copy (JSON)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Inga kopior är valda. Välj minst en under ”Kopior”.</source>
        <translation>No copies are chosen. Choose at least one under “Copies”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Har inte lämnat in: {grupper}</source>
        <translation>Have not handed in: {grupper}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Enighet mellan grupperna</source>
        <translation>Agreement between the groups</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>workshop grupp bord syntes gemensam överens tabell kartblad</source>
        <translation>workshop group table synthesis joint agree sheet</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Visar vad grupperna i en workshop har ritat lika: samma slag av objekt, så nära varandra som bildens skala medger, räknas som ett, till exempel 4 av 6 grupper. Kör Slå ihop kopior först.

Listan kan sparas som tabell (XLSX eller CSV) och som webbsida. Kartbladet är en PDF där linjer är bredare, ytor mörkare och noder större ju fler grupper som har ritat dem. Strukturbilden läses bara; det som ska bli gemensamt väljs i panelen, under Enighet.</source>
        <translation>Says what the groups of a workshop have drawn alike: the same class of object, as near each other as the scale of the picture allows, counts as one, for example 4 of 6 groups. Run Merge copies first.

The list can be saved as a table (XLSX or CSV) and as a web page. The sheet is a PDF where lines are wider, areas darker and nodes larger the more groups have drawn them. The strukturbild is only read; what is to be joint is chosen in the panel, under Agreement.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Bara det som minst så många grupper har ritat</source>
        <translation>Only what at least so many groups have drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Bild på kartbladet (namn eller id; tom: den som grupperna ritat mest i)</source>
        <translation>Picture of the sheet (name or id; empty: the one the groups have drawn most in)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Papper (A0–A4, A4-staende)</source>
        <translation>Paper (A0–A4, A4-staende)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Antal grupper</source>
        <translation>Number of groups</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Objekt som flera grupper har ritat</source>
        <translation>Objects that several groups have drawn</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/processing/workshops.py"/>
        <source>Vad grupperna har ritat i {fil}</source>
        <translation>What the groups have drawn in {fil}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/drawing_limits.py"/>
        <source>Stilen har fler än {most} klasser eller regler. Slå samman dem.</source>
        <translation>The style has more than {most} classes or rules. Merge some of them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/drawing_limits.py"/>
        <source>Värdet {value} för {name} går inte att rita med och ändrades till {kept}.</source>
        <translation>The value {value} of {name} cannot be drawn and was changed to {kept}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/drawing_limits.py"/>
        <source>Stilen räknar ut {name} med ett uttryck. Det togs bort, så att avståndet är det som är inställt.</source>
        <translation>The style calculates {name} with an expression. It was removed; the distance that is set is used instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/drawing_limits.py"/>
        <source>avstånd eller antal ({name})</source>
        <translation>a distance or a number ({name})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/expression_costs.py"/>
        <source>Resten vid division (%) kan bara tas med ett utskrivet tal över 0. Skriv talet direkt efter %.</source>
        <translation>The remainder of a division (%) can only be taken with a written number above 0. Write the number right after %.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/expression_costs.py"/>
        <source>Uttrycket geom_from_wkb kan ta all plats som finns. Skriv formen som text med geom_from_wkt.</source>
        <translation>The expression geom_from_wkb can take all the memory there is. Write the shape as text with geom_from_wkt.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/expression_costs.py"/>
        <source>Uttrycket {name} kan ge hur många punkter som helst på en lång linje. Skriv det med densify_by_count eller smooth i stället.</source>
        <translation>The expression {name} can give any number of points on a long line. Write it with densify_by_count or smooth instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/expression_costs.py"/>
        <source>Uttrycket {name} letar för noga för att bli klart. Skriv hur noga det ska vara som ett tal, minst {n}.</source>
        <translation>The expression {name} seeks too finely to finish. Write how fine it is to be as a number, at least {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/expression_costs.py"/>
        <source>Uttrycket {name} anger inte, eller med för stora tal, hur många gånger något görs. Skriv antalet som ett utskrivet tal, högst {most}, eller som min(…, tal).</source>
        <translation>The expression {name} does not say how many times something is done, or says too many. Write the count as a number, at most {most}, or as min(…, number).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/expression_costs.py"/>
        <source>Uttrycket {name} kan stänga QGIS. Skriv det med ett tal från 0, och med något i parentesen.</source>
        <translation>The expression {name} can close QGIS. Write it with a number from 0, and with something in the brackets.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/expression_costs.py"/>
        <source>Uttrycket {name} kan ge mycket mer än det som objektet har. Skriv det utan att lägga in något som kan vara stort i något annat som kan vara stort.</source>
        <translation>The expression {name} can give far more than the object holds. Write it without putting something that can be large into something else that can be large.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/layout_symbols.py"/>
        <source>En symbol i kartbladet kan inte ritas här och blev en enkel yta, linje eller punkt.</source>
        <translation>A symbol in the map sheet cannot be drawn here and became a plain area, line or point.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/layout_symbols.py"/>
        <source>en symbols utseende</source>
        <translation>the look of a symbol</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/png.py"/>
        <source>Bilden är för stor. Spara den som PNG under 4 MB.</source>
        <translation>The picture is too large. Save it as a PNG below 4 MB.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/png.py"/>
        <source>Bilden är {width} × {height} pixlar; högst {most} i vardera riktningen. Spara den som en mindre PNG.</source>
        <translation>The image is {width} × {height} pixels; at most {most} each way. Save it as a smaller PNG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/png.py"/>
        <source>Filen är ingen PNG-bild som går att läsa. Spara om den som PNG.</source>
        <translation>The file is no PNG picture that can be read. Save it again as PNG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>åtgärder</source>
        <translation>actions</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>kopplingar till andra lager</source>
        <translation>joins with other layers</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>diagram</source>
        <translation>diagrams</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>programkod i formuläret</source>
        <translation>program code in the form</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>karttips</source>
        <translation>map tips</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Filen är inte av det slag som ändelsen anger. Spara lagrets stil från QGIS.</source>
        <translation>The file is not of the kind that its ending says. Save the layer's style from QGIS.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Stilen har inga symboler. Spara lagrets stil från QGIS med symboler och etiketter.</source>
        <translation>The style has no symbols. Save the layer's style from QGIS with symbols and labels.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>stilen har inga symboler</source>
        <translation>the style has no symbols</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>för många klasser eller regler</source>
        <translation>too many classes or rules</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Stilen har delen '{name}', som kan köra något eller hör till formulären. Spara om stilen med bara symboler och etiketter.</source>
        <translation>The style has the part '{name}', which can run something or belongs to the forms. Save the style again with symbols and labels only.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>etiketter av ett slag som inte kan användas</source>
        <translation>labels of a kind that cannot be used</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>visningssättet {name}</source>
        <translation>the renderer {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>en inställning som räknas ut på QGIS 2:s sätt</source>
        <translation>a setting calculated the way QGIS 2 did it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>delen {name}</source>
        <translation>the part {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>En symbol har inget kvar när det som inte kan användas är borta. Välj en annan symbol.</source>
        <translation>A symbol has nothing left when what cannot be used is gone. Choose another symbol.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>en symbol som inte har något kvar</source>
        <translation>a symbol that has nothing left</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>text som är inflätad bland delarna</source>
        <translation>text that is mixed in among the parts</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>en bild som väljs av ett uttryck</source>
        <translation>a picture chosen by an expression</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>ett uttryck i en text</source>
        <translation>an expression in a text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Texten har ett uttryck ([% … %]), som togs bort. Skriv texten utan det.</source>
        <translation>The text has an expression ([% … %]), which was removed. Write the text without it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>en symbol som inte går att läsa</source>
        <translation>a symbol that cannot be read</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>symbollagret {name}</source>
        <translation>the symbol layer {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>en bokstav ur typsnittet {name}</source>
        <translation>a letter of the typeface {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>en bild som inte kan användas</source>
        <translation>a picture that cannot be used</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>en bild utifrån ({name})</source>
        <translation>a picture from outside ({name})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>HTML i etiketter</source>
        <translation>HTML in labels</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>HTML i etiketterna togs bort.</source>
        <translation>HTML in the labels was removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>typsnittet {name}, som inte finns här</source>
        <translation>the typeface {name}, which is not here</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Etiketternas typsnitt {name} finns inte här och byttes mot ett som finns.</source>
        <translation>The labels' typeface {name} is not here and was replaced by one that is.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Bilden bakom etiketterna togs bort.</source>
        <translation>The picture behind the labels was removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>bilden bakom etiketter</source>
        <translation>the picture behind labels</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Ett uttryck är för långt eller för djupt. Skriv det kortare.</source>
        <translation>An expression is too long or too deep. Write a shorter one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>ett uttryck som är för långt eller för djupt</source>
        <translation>an expression that is too long or too deep</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>ett uttryck som ger för mycket ({name})</source>
        <translation>an expression that gives too much ({name})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Uttrycket {name} läser något utanför objektet och kan inte användas. Skriv uttrycket utan det.</source>
        <translation>The expression {name} reads something outside the object and cannot be used. Write the expression without it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>uttrycket {name}, som läser något utanför objektet</source>
        <translation>the expression {name}, which reads something outside the object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>adressen {name}</source>
        <translation>the address {name}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Filen räknar ut vilken bild som ska hämtas. Välj bilden direkt och bädda in den.</source>
        <translation>The file works out which picture to fetch. Choose the picture directly and embed it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Stilen har {what}, som inte känns igen och togs bort.</source>
        <translation>The style has {what}, which is not known and was removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qml.py"/>
        <source>Stilen har {what}, som inte kan användas. Ta bort det och spara om stilen från QGIS.</source>
        <translation>The style has {what}, which cannot be used. Remove it and save the style again from QGIS.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>Filen är inte av det slag som ändelsen anger. Välj en mall (.qpt) som är sparad i QGIS layouthanterare med Layout, Spara som mall.</source>
        <translation>The file is not of the kind that its ending says. Choose a template (.qpt) saved in the layout manager of QGIS with Layout, Save as Template.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>Kartbladet har en webbsida (HTML-ram). Ta bort den; en webbsida kan köra program.</source>
        <translation>The layout has a web page (HTML frame). Remove it; a web page can run programs.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>en webbsida</source>
        <translation>a web page</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>Kartbladet pekar ut lager ur ett annat projekt. Lås upp kartans lager och spara om kartbladet.</source>
        <translation>The layout points to layers of another project. Unlock the layers of its map and save the layout again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>lager ur det egna projektet</source>
        <translation>layers of one's own project</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>Kartbladets atlas pekar ut ett lager. Stäng av atlasen och spara om kartbladet.</source>
        <translation>The atlas of the layout points to a layer. Switch the atlas off and save the layout again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>atlasens lager</source>
        <translation>the layer of the atlas</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>En text i kartbladet är satt till HTML. Visa den som vanlig text.</source>
        <translation>A text of the layout is set to HTML. Show it as plain text.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>HTML i en text</source>
        <translation>HTML in a text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>Kartbladet har mått eller antal som inte går att använda: minst en och högst {sidor} sidor, högst {objekt} objekt och {mm} mm. Spara om det från QGIS layouthanterare.</source>
        <translation>The sheet has sizes or numbers that cannot be used: at least one and at most {sidor} pages, at most {objekt} items and {mm} mm. Save it again from the layout manager of QGIS.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>en bild som bara finns på den egna datorn</source>
        <translation>a picture that is only on one's own computer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/qpt.py"/>
        <source>en datastyrd eller extern inställning</source>
        <translation>a data-defined or external setting</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Filen är inte av det slag som ändelsen anger. Spara den som SVG.</source>
        <translation>The file is not of the kind that its ending says. Save it as SVG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bilden har inga former att rita. Spara om den som vanlig SVG.</source>
        <translation>The picture has no shapes to draw. Save it again as plain SVG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bilden går inte att läsa som SVG. Spara om den som vanlig SVG.</source>
        <translation>The picture cannot be read as SVG. Save it again as plain SVG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bilden saknar mått. Spara om den som SVG med mått, eller som PNG.</source>
        <translation>The image has no measurements. Save it anew as SVG with measurements, or as PNG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bilden har något som inte kan ritas här ({what}).</source>
        <translation>The picture has something that cannot be drawn here ({what}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>filter</source>
        <translation>filter</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>mönster</source>
        <translation>pattern</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>pilspetsar</source>
        <translation>arrowheads</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>inbäddat innehåll</source>
        <translation>embedded content</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bilden innehåller programkod eller rörelse ({where}). Spara om den som vanlig SVG.</source>
        <translation>The picture holds program code or motion ({where}). Save it again as plain SVG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>programkod eller rörelse</source>
        <translation>program code or motion</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Filen hämtar något från nätet eller en annan fil. Allt måste ligga i den själv; spara om den så.</source>
        <translation>The file fetches something from the net or another file. All must be in the file itself; save it again like that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>det som hämtas utifrån</source>
        <translation>what is fetched from outside</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bilden innehåller text, som blir en annan där typsnittet saknas. Spara den med texten som kurvor (konturer), eller som PNG.</source>
        <translation>The picture holds text, which becomes another where the typeface is missing. Save it with the text as curves (outlines), or as PNG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bilden innehåller en inklistrad bild. Spara den med bara linjer och ytor, eller som PNG.</source>
        <translation>The picture holds a pasted picture. Save it with lines and areas only, or as PNG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>en inklistrad bild</source>
        <translation>a pasted image</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bilden har två delar med samma namn (id {name}). Spara om den från ritprogrammet, eller som PNG.</source>
        <translation>The image has two parts with the same name (id {name}). Save it again from the drawing program, or as PNG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/svg.py"/>
        <source>Bildens delar hänvisar till varandra om och om igen. Spara den med delarna utritade, eller som PNG.</source>
        <translation>The parts of the picture refer to each other over and over. Save it with the parts drawn out, or as PNG.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/values.py"/>
        <source>Bilden är varken SVG eller PNG. Spara om den som PNG och bädda in den igen.</source>
        <translation>The image is neither SVG nor PNG. Save it as PNG and embed it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/values.py"/>
        <source>Filen pekar på något utanför mallen eller stilen: {path}. Bädda in bilden i stället.</source>
        <translation>The file points at something outside the template or style: {path}. Embed the picture instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/xml.py"/>
        <source>Filen har en anvisning till andra program ({name}). Spara om filen utan den.</source>
        <translation>The file has an instruction to other programs ({name}). Save the file again without it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/xml.py"/>
        <source>en anvisning till andra program</source>
        <translation>an instruction to other programs</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/xml.py"/>
        <source>Filen är större än {n} MB. Spara den enklare eller mindre.</source>
        <translation>The file is larger than {n} MB. Save it simpler or smaller.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/xml.py"/>
        <source>Filen är större eller djupare än en sådan fil brukar vara. Förenkla den och spara om den.</source>
        <translation>The file is larger or deeper than such a file usually is. Simplify it and save it again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/xml.py"/>
        <source>Filen har egna förkortningar (ENTITY eller DOCTYPE), och sådana läses inte. Spara om den utan dem.</source>
        <translation>The file has abbreviations of its own (ENTITY or DOCTYPE), and such are not read. Save it again without them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/xml.py"/>
        <source>Filen går inte att läsa som XML. Spara om den från programmet som den gjordes i.</source>
        <translation>The file cannot be read as XML. Save it again from the program it was made in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Filen är större än {n} MB. Den ska vara en kort text; är det rätt fil?</source>
        <translation>The file is larger than {n} MB. It should be a short text; is it the right file?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Filen är inte sparad som UTF-8. Spara om den med kodningen UTF-8.</source>
        <translation>The file is not saved as UTF-8. Save it again with the encoding UTF-8.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Raden har ett tecken som inte syns ({sign}). Ta bort det.</source>
        <translation>The line has an invisible character ({sign}). Remove it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Filen är nästlad i fler än {n} nivåer. Flytta ut det innersta.</source>
        <translation>The file is nested in more than {n} levels. Move the innermost part out.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Filen innehåller flera dokument (---). Dela den i flera filer.</source>
        <translation>The file holds several documents (---). Split it into several files.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Filen har fler än {n} värden. Är det rätt fil?</source>
        <translation>The file has more than {n} values. Is it the right file?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Taggar som '{tag}' används inte här. Ta bort den.</source>
        <translation>Tags such as '{tag}' are not used here. Remove it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Hänvisningar med &amp; och * används inte här. Skriv ut texten på varje plats.</source>
        <translation>References with &amp; and * are not used here. Write the text out in each place.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Raden är indragen med tabb eller börjar med ett tecken som behöver citattecken.</source>
        <translation>The line is indented with a tab or begins with a character that needs quotes.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/sanitize/yaml_limits.py"/>
        <source>Texten går inte att läsa som YAML. Titta på raden och den före: fel indrag, ett saknat kolon, ett citattecken som inte avslutas, eller en text med kolon som behöver citattecken.</source>
        <translation>The text cannot be read as YAML. Look at the line and the one before: wrong indent, a missing colon, a quote that is not closed, or a text with a colon that needs quotes.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/autosave/copy_folder.py"/>
        <source>Den hör till en annan strukturbild, som låg på samma plats.</source>
        <translation>It belongs to another strukturbild that was in the same place.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/autosave/copy_folder.py"/>
        <location filename="../../strukturbild_plugin/store/autosave/copy_format.py"/>
        <source>Den är gjord med en annan version av programmet.</source>
        <translation>It was made with another version of the program.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/autosave/copy_format.py"/>
        <source>Den är större än en sådan kopia kan vara.</source>
        <translation>It is larger than such a copy can be.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/autosave/copy_format.py"/>
        <source>Den är skadad och går inte att läsa.</source>
        <translation>It is damaged and cannot be read.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/autosave/copy_format.py"/>
        <source>Det osparade är så mycket att det inte ryms i en säkerhetskopia. Spara strukturbilden nu.</source>
        <translation>There is more unsaved work than a safety copy can hold. Save the strukturbild now.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/clean_copy.py"/>
        <source>{del_} följde inte med.</source>
        <translation>{del_} did not go along.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/clean_copy.py"/>
        <source>rensad</source>
        <translation>cleaned</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/clean_copy.py"/>
        <source>rensad {n}</source>
        <translation>cleaned {n}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/clean_copy.py"/>
        <source>Det finns för många kopior av {path}. Ta bort några av dem.</source>
        <translation>There are too many copies of {path}. Remove some of them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/clean_copy.py"/>
        <location filename="../../strukturbild_plugin/store/create/copy.py"/>
        <location filename="../../strukturbild_plugin/store/gpkg/file_copy.py"/>
        <source>En fil kan inte kopieras till sig själv: {path}. Välj ett annat namn.</source>
        <translation>A file cannot be copied to itself: {path}. Choose another name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/clean_copy.py"/>
        <source>tabellen ”{name}”</source>
        <translation>the table “{name}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/clean_copy.py"/>
        <source>kolumnen ”{name}”</source>
        <translation>the column “{name}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/clean_copy.py"/>
        <source>projektet ”{name}”</source>
        <translation>the project “{name}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/create.py"/>
        <source>Strukturbilden behöver en titel. Skriv vad den ska heta.</source>
        <translation>The strukturbild needs a title. Write what it is to be called.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/create.py"/>
        <source>Målbiblioteket har ingen samling som heter {koder}. Det som finns är {finns}.</source>
        <translation>The goal library has no set called {koder}. What there is: {finns}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <source>Ange minst ett område, med kod eller namn. Exempel: 17, Värmland eller NO-18.</source>
        <translation>Give at least one area, by code or name. Example: 17, Värmland or NO-18.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <source>Kartunderlaget {path} saknas. Installera om insticksprogrammet, eller kör `make base`.</source>
        <translation>The map data {path} is missing. Install the plugin again, or run `make base`.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <source>Kartunderlaget {path} är skadat. Installera om insticksprogrammet, eller kör `make base`.</source>
        <translation>The map data {path} is damaged. Install the plugin again, or run `make base`.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <source>Det finns inget område med koden {kod}. Koderna är: {koder}.</source>
        <translation>There is no area with the code {kod}. The codes are: {koder}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <source>Det finns inget län med koden {kod}. Koderna är: {koder}.</source>
        <translation>There is no county with the code {kod}. The codes are: {koder}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <source>”{text}” är tvetydigt: {kod} är koden för {namn}. Skriv bara koden eller bara namnet.</source>
        <translation>“{text}” is ambiguous: {kod} is the code of {namn}. Write only the code or only the name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <source>”{text}” är inget län. Länen är: {namn}. Områden i Norge och Finland skrivs som NO-18 eller med namn.</source>
        <translation>“{text}” is no county. The counties are: {namn}. Areas in Norway and Finland are written as NO-18 or by name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source> eller </source>
        <translation> or </translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/regions.py"/>
        <source>”{text}” är inget län. Menar du {namn}?</source>
        <translation>“{text}” is not a county. Do you mean {namn}?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/create/suggestions.py"/>
        <source>Strukturbild för {places}</source>
        <translation>Strukturbild for {places}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/earlier_states/packed_file.py"/>
        <source>Läget finns inte längre. Välj ett annat.</source>
        <translation>The state is there no longer. Choose another.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/earlier_states/packed_file.py"/>
        <location filename="../../strukturbild_plugin/store/earlier_states/restore_state.py"/>
        <source>Läget är skadat och går inte att läsa. Välj ett annat.</source>
        <translation>The state is damaged and cannot be read. Choose another.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/earlier_states/restore_state.py"/>
        <source>Läget hör till en annan strukturbild och togs inte tillbaka.</source>
        <translation>The state belongs to another strukturbild and was not brought back.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/earlier_states/restore_state.py"/>
        <source>Det finns inget tidigare läge av {path} på den här datorn. Öppna en säkerhetskopia i stället.</source>
        <translation>There is no earlier state of {path} on this computer. Open a backup instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/earlier_states/state_folder.py"/>
        <source>Strukturbilden är för stor ({size} MB) för att tidigare lägen ska sparas. Ta egna kopior.</source>
        <translation>The strukturbild is too large ({size} MB) for earlier states to be kept. Make copies of your own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/earlier_states/state_folder.py"/>
        <source>Disken med mappen {mapp} är nästan full. Frigör utrymme, så sparas tidigare lägen igen.</source>
        <translation>The disk with the folder {mapp} is almost full. Free some space, and earlier states are kept again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <source>Exemplet ”{code}” finns inte. Det som finns är {there}.</source>
        <translation>There is no example “{code}”. What there is: {there}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <source>Mallen {template} har ingen bild av slaget {kind} i skalan {scale}, som exemplet behöver.</source>
        <translation>The template {template} has no picture of the kind {kind} at the scale {scale}, which the example needs.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <source>Ett annat objekt heter redan '{name}'. Välj ett annat namn.</source>
        <translation>Another object is already called '{name}'. Choose another name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <source>Exemplet {code} kan inte skapas:</source>
        <translation>The example {code} cannot be created:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <source>Klassen '{kind}' ritas inte med '{form}'. {help}</source>
        <translation>The class '{kind}' is not drawn with '{form}'. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>'{key}' betyder ingenting här. {help}</source>
        <translation>'{key}' means nothing here. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{key}' är '{value}'. {help}</source>
        <translation>'{key}' is '{value}'. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example.py"/>
        <source>Klassen {kind} finns inte i mallen.</source>
        <translation>The class {kind} is not in the template.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example_file.py"/>
        <source>Exemplet {file} har fel:</source>
        <translation>The example {file} has faults:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example_file.py"/>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{key}' nämner '{value}'. {help}</source>
        <translation>'{key}' names '{value}'. {help}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example_file.py"/>
        <source>Objektet ska ha precis en av {shapes}, men har {n}.</source>
        <translation>The object should have exactly one of {shapes}, but has {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example_file.py"/>
        <source>'{key}' behöver minst {n} punkter.</source>
        <translation>'{key}' needs at least {n} points.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example_file.py"/>
        <source>plats</source>
        <translation>place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example_geometry.py"/>
        <source>Exemplet går genom ”{name}”, som inte är någon av dess noder.</source>
        <translation>The example passes through “{name}”, which is none of its nodes.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/examples/example_geometry.py"/>
        <source>Exemplets koordinater kunde inte räknas om till SWEREF 99 TM.</source>
        <translation>The example's coordinates could not be transformed to SWEREF 99 TM.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/geometry/transforms.py"/>
        <source>QGIS kan inte räkna om koordinater mellan {source} och {target} just nu. Spara, starta om QGIS och försök igen.</source>
        <translation>QGIS cannot transform coordinates between {source} and {target} right now. Save, restart QGIS and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/attachments.py"/>
        <source>Filen {path} har fler bilagor än vad som går att läsa ({antal}).</source>
        <translation>The file {path} carries more attachments than can be read ({antal}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/attachments.py"/>
        <source>Bilagorna i {path} är för stora tillsammans. De får vara {mest} MB.</source>
        <translation>The attachments in {path} are too large together. They may be {mest} MB.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/attachments.py"/>
        <source>Bilagan ”{namn}” av slaget ”{slag}” kan inte finnas i en strukturbild. Kontrollera slag och namn; namnet får bara ha bokstäver, siffror och bindestreck och rätt filändelse.</source>
        <translation>The attachment “{namn}” of the kind “{slag}” cannot be in a strukturbild. Check kind and name; the name may only have letters, digits and hyphens and the right ending.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/attachments.py"/>
        <source>Bilagan ”{namn}” är för stor. En bilaga får vara högst {mest} MB.</source>
        <translation>The attachment “{namn}” is too large. An attachment may be {mest} MB at most.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Filen {path} kunde inte behandlas: {fel}.</source>
        <translation>The file {path} could not be handled: {fel}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Disken eller servern där {path} ligger svarar inte. Det du har ritat är kvar här. Vänta tills den svarar, eller anslut mappen igen.</source>
        <translation>The disk or server that holds {path} does not answer. What you have drawn is still here. Wait until it answers, or connect the folder again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Namnet {namn} är för långt. Välj ett kortare.</source>
        <translation>The name {namn} is too long. Choose a shorter one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <location filename="../../strukturbild_plugin/store/gpkg/file_copy.py"/>
        <location filename="../../strukturbild_plugin/store/gpkg/guarded_connection.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>Filen {path} finns inte. Kontrollera mappen och namnet.</source>
        <translation>There is no file {path}. Check the folder and the name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Filen {path} kan inte skrivas. Den kan vara öppen i ett annat program eller ligga i en mapp där du inte får spara. Stäng den eller välj en annan mapp.</source>
        <translation>The file {path} cannot be written. It may be open in another program or lie in a folder where you may not save. Close it or choose another folder.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Uppgifterna kunde inte sparas i {path}, eftersom de bryter mot en regel: {fel}.</source>
        <translation>The data could not be saved in {path}, because they break a rule: {fel}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <location filename="../../strukturbild_plugin/store/writing/open_check.py"/>
        <source>Filen {path} är inte en GeoPackage. Välj en strukturbild som slutar på .gpkg.</source>
        <translation>The file {path} is not a GeoPackage. Choose a strukturbild that ends with .gpkg.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Filen {path} tar orimligt lång tid att läsa eller skriva, och arbetet avbröts. Öppna en säkerhetskopia.</source>
        <translation>The file {path} takes unreasonably long to read or write, and the work was stopped. Open a backup.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Filen {path} kunde inte läsas eller skrivas: {fel}.</source>
        <translation>The file {path} could not be read or written: {fel}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Det går inte att skriva i filen {path}: den är skrivskyddad, ligger i en mapp där du inte får spara eller är öppen i ett annat program. Stäng den där, eller kopiera den till en mapp där du får spara och arbeta i kopian.</source>
        <translation>The file {path} cannot be written to: it is write-protected, lies in a folder where you may not save, or is open in another program. Close it there, or copy it to a folder where you may save and work in the copy.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Filen {path} används just nu av ett annat program. Spara och stäng den där, och försök igen.</source>
        <translation>The file {path} is in use by another program right now. Save and close it there, and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Filen {path} är en GeoPackage men inte en strukturbild. Välj en strukturbild, eller skapa en ny och importera objekten från filen.</source>
        <translation>The file {path} is a GeoPackage but not a strukturbild. Choose a strukturbild, or make a new one and import the objects of the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Strukturbilden {path} är gjord med en nyare version av programmet. Uppdatera insticksprogrammet Strukturbild och öppna filen igen. Filen har inte ändrats.</source>
        <translation>The strukturbild {path} was made with a newer version of the program. Update the plugin Strukturbild and open the file again. The file has not been changed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Strukturbilden {path} är gjord med en äldre version av programmet och måste uppgraderas innan den kan ändras. Filen har inte ändrats.</source>
        <translation>The strukturbild {path} was made with an older version of the program and has to be upgraded before it can be changed. The file has not been changed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Strukturbilden {path} saknar {delar}, som ett annat program har tagit bort eller döpt om. Öppna den på nytt i panelen Strukturbild och välj att laga den, eller öppna en säkerhetskopia. Det som var ifyllt där finns i ett tidigare läge.</source>
        <translation>The strukturbild {path} lacks {delar}, which another program has removed or renamed. Open it again in the panel Strukturbild and choose to mend it, or open a backup. What was filled in there is in an earlier state.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>{count} delar till</source>
        <translation>{count} more parts</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>kolumnen ”{kolumn}” i tabellen ”{tabell}”</source>
        <translation>the column “{kolumn}” of the table “{tabell}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>kolumnen ”{namn}”</source>
        <translation>the column “{namn}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>tabellen ”{namn}”</source>
        <translation>the table “{namn}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Det finns inte plats att spara {path}. Frigör plats på disken eller välj en annan mapp. Inget har ändrats.</source>
        <translation>There is no room to save {path}. Free space on the disk or choose another folder. Nothing has been changed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/error_messages.py"/>
        <source>Filen {path} är skadad och kan inte läsas. Öppna en säkerhetskopia i stället.</source>
        <translation>The file {path} is damaged and cannot be read. Open a backup instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/file_access.py"/>
        <source>Filen {path} är skrivskyddad. Ta bort skrivskyddet, eller arbeta i en kopia.</source>
        <translation>The file {path} is write-protected. Remove the protection, or work in a copy.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/file_access.py"/>
        <source>Filen {path} har flera namn på disken (hårda länkar), och de skulle få olika innehåll. Arbeta i en kopia.</source>
        <translation>The file {path} has several names on the disk (hard links), and their content would part. Work in a copy.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/file_copy.py"/>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Mappen {mapp} finns inte. Välj en mapp som finns.</source>
        <translation>There is no folder {mapp}. Choose a folder that exists.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/file_copy.py"/>
        <source>Filen {path} finns redan och skrivs inte över. Välj ett annat namn.</source>
        <translation>The file {path} already exists and is not overwritten. Choose another name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/file_copy.py"/>
        <source>Bredvid {path} ligger {fil}, som är kvar av en annan fil med samma namn och skulle blandas ihop med den nya. Ta bort den, eller välj ett annat namn.</source>
        <translation>Beside {path} lies {fil}, which is left of another file with the same name and would be mixed up with the new one. Remove it, or choose another name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/file_place.py"/>
        <source>Mappen {mapp} synkroniseras med molnet. Två personer kan skriva över varandras arbete där. Arbeta i en vanlig mapp och kopiera dit filen när du är klar.</source>
        <translation>The folder {mapp} is synchronised with the cloud. Two people may overwrite each other's work there. Work in an ordinary folder and copy the file there when you are done.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/file_place.py"/>
        <source>Mappen {mapp} ligger på nätverket. Flera som arbetar i samma fil där kan förstöra den. Arbeta i en mapp på din egen dator och kopiera dit filen när du är klar.</source>
        <translation>The folder {mapp} is on the network. Several people working in the same file there may destroy it. Work in a folder on your own computer and copy the file there when you are done.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/file_place.py"/>
        <source>Filen {fil} ligger i en tillfällig mapp, som datorn kan tömma.</source>
        <translation>The file {fil} is in a temporary folder, which the computer may empty.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/foreign_parts.py"/>
        <source>utlösaren ”{name}” på tabellen ”{table}”</source>
        <translation>the trigger “{name}” on the table “{table}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/foreign_parts.py"/>
        <source>vyn ”{name}”</source>
        <translation>the view “{name}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/foreign_parts.py"/>
        <source>indexet ”{name}” på tabellen ”{table}”</source>
        <translation>the index “{name}” on the table “{table}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/foreign_parts.py"/>
        <source>den virtuella tabellen ”{name}”</source>
        <translation>the virtual table “{name}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/foreign_parts.py"/>
        <source>regler i tabellen ”{name}”</source>
        <translation>rules in the table “{name}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/foreign_parts.py"/>
        <source>Filen {path} innehåller något som inte hör till en strukturbild och som skulle köras när den används: {delar}. Filen öppnas inte och är oförändrad. Gör en rensad kopia, så följer allt i strukturbilden med men inte det främmande.</source>
        <translation>The file {path} contains something that is no part of a strukturbild and that would run when it is used: {delar}. The file is not opened and is unchanged. Make a cleaned copy: everything in the strukturbild goes along, but not what is foreign.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/foreign_parts.py"/>
        <source>{first} och {n} till</source>
        <translation>{first} and {n} more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/held_content.py"/>
        <source>Innehållet i {path} går inte att nå längre. Öppna en säkerhetskopia.</source>
        <translation>The content of {path} can no longer be reached. Open a backup.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/held_file.py"/>
        <source>På platsen för {path} ligger nu en annan fil än den som är öppen. Den har inte rörts.</source>
        <translation>In the place of {path} there is now another file than the one that is open. It has not been touched.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/replace_lock.py"/>
        <source>Filen {path} ändrades av ett annat program under tiden och har inte skrivits över. Försök igen.</source>
        <translation>The file {path} was changed by another program meanwhile and has not been overwritten. Try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/replace_lock.py"/>
        <source>Filen {path} används just nu av ett annat program ({program}). Spara och stäng den där, och försök igen.</source>
        <translation>The file {path} is being used by another program ({program}). Save and close it there, and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/replace_lock.py"/>
        <source>Filen {path} redigeras i ett lager här i QGIS. Avsluta redigeringen av lagret, och försök igen.</source>
        <translation>The file {path} is being edited in a layer here in QGIS. Stop editing the layer, and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/gpkg/row_mapping.py"/>
        <source>Objektet ”{namn}” har uppgifter som inte finns i lagret {lager}: {koder}.</source>
        <translation>The object “{namn}” has data that are not in the layer {lager}: {koder}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/column_guess.py"/>
        <source>kolumnen heter så</source>
        <translation>the column is called that</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/column_guess.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>kolumnens namn</source>
        <translation>the name of the column</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/column_guess.py"/>
        <source>värdena, till exempel ”{värde}”</source>
        <translation>the values, for example “{värde}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/column_guess.py"/>
        <source>{skäl}; även {andra} kunde passa</source>
        <translation>{skäl}; {andra} could fit too</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs.py"/>
        <source>Koordinatsystemet ”{kod}” är okänt. Skriv EPSG-koden, till exempel 3006.</source>
        <translation>The coordinate system “{kod}” is unknown. Write the EPSG code, for example 3006.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs.py"/>
        <source>Koordinatsystemet i {fil} går inte att räkna om till SWEREF 99 TM ({fel}). Ange koordinatsystemets EPSG-kod och försök igen.</source>
        <translation>The coordinate system of {fil} cannot be transformed to SWEREF 99 TM ({fel}). Give the coordinate system's EPSG code and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs.py"/>
        <source>{namn}, longitud och latitud i grader</source>
        <translation>{namn}, longitude and latitude in degrees</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Koordinaterna ser ut att vara {namn} med axlarna i omvänd ordning.</source>
        <translation>The coordinates look like {namn} with the axes in reverse order.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Koordinaterna ser ut att vara {namn}.</source>
        <translation>The coordinates look like {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>som kolumnernas namn och värden visar</source>
        <translation>as the names and values of the columns show</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>enligt ditt val</source>
        <translation>as you chose</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>som filen uppger</source>
        <translation>as the file says</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Läst som {namn} ligger nästan inget i strukturbildens område. Ska det ligga där är systemet fel.</source>
        <translation>Read as {namn}, next to nothing lies in the area of the strukturbild. If it should lie there, the system is wrong.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>filen uppger</source>
        <translation>the file says</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>{fil} anger inget koordinatsystem; koordinaterna lästes som {namn}.</source>
        <translation>{fil} says nothing about its coordinate system; the coordinates were read as {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>det enda som lägger objekten rätt</source>
        <translation>the only one that puts the objects right</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Koordinaterna lästes som {namn} med axlarna i omvänd ordning.</source>
        <translation>The coordinates were read as {namn} with the axes in reverse order.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Koordinaterna i {fil} kan inte ligga i {system}, som filen uppger: objekten hamnar fel.</source>
        <translation>The coordinates in {fil} cannot be in {system}, as the file says: the objects end up in the wrong place.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Koordinaterna i {fil} kan inte ligga i {system}: objekten hamnar fel.</source>
        <translation>The coordinates in {fil} cannot be in {system}: the objects end up in the wrong place.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>filens koordinatsystem, som saknar namn</source>
        <translation>the coordinate system of the file, which has no name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Inget importerades.</source>
        <translation>Nothing was imported.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>{fil} anger inget koordinatsystem, så inget importerades.</source>
        <translation>{fil} does not say which coordinate system it has, so nothing was imported.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Ange koordinatsystemets EPSG-kod, till exempel 3006, och försök igen.</source>
        <translation>Give the EPSG code of the coordinate system, for example 3006, and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>{kod} för {namn}</source>
        <translation>{kod} for {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/crs_choice.py"/>
        <source>Ange koordinatsystemet {koder} och försök igen.</source>
        <translation>Give the coordinate system {koder} and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/drafts.py"/>
        <source>{antal} texter i ”{kolumn}” är längre än {gräns} tecken. De togs med hela; korta dem om de ska synas.</source>
        <translation>{antal} texts in “{kolumn}” are longer than {gräns} characters. They were taken whole; shorten them if they are to be seen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/drafts.py"/>
        <source>{kolumn} finns inte i lagret {lager}; {antal} värden togs inte med.</source>
        <translation>{kolumn} is not in the layer {lager}; {antal} values were not taken.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/drafts.py"/>
        <source>Nivån ”{niva}” gäller bara undertypen {rätt}. Den lämnades tom för {antal} objekt av ”{undertyp}”.</source>
        <translation>Only the subtype {rätt} has the level “{niva}”. It was left empty for {antal} objects of “{undertyp}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/drafts.py"/>
        <source>inget valt</source>
        <translation>nothing chosen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>en punkt</source>
        <translation>a point</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>en linje</source>
        <translation>a line</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>en yta</source>
        <translation>an area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/drawing_layers.py"/>
        <source>Punkter</source>
        <translation>Points</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/drawing_layers.py"/>
        <source>Linjer</source>
        <translation>Lines</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/drawing_layers.py"/>
        <source>Ytor</source>
        <translation>Areas</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>har en geometri som inte går att läsa ({fel})</source>
        <translation>has a geometry that cannot be read ({fel})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>saknar geometri</source>
        <translation>has no geometry</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>har koordinater som inte är tal</source>
        <translation>has coordinates that are not numbers</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>har koordinater som inte går att räkna om till SWEREF 99 TM</source>
        <translation>has coordinates that cannot be transformed to SWEREF 99 TM</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>ligger långt utanför Sverige och dess grannområden</source>
        <translation>lies far outside Sweden and its surroundings</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>en sluten linje lästes som yta</source>
        <translation>a closed line was read as an area</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>geometrin lagades</source>
        <translation>the geometry was repaired</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>är {finns}, men klassen ritas som {ska}</source>
        <translation>is {finns}, but the class is drawn as {ska}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source> och </source>
        <translation> and </translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>delar som inte är {slag} togs bort</source>
        <translation>parts that are not {slag} were removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>har en geometri som inte går att laga</source>
        <translation>has a geometry that cannot be repaired</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>är en yta utan utbredning</source>
        <translation>is an area without extent</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/geometry.py"/>
        <source>är en linje utan längd</source>
        <translation>is a line without length</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_codes.py"/>
        <source>Målkoden ”{kod}” finns inte i strukturbilden; {antal} koppling(ar) gjordes inte.</source>
        <translation>The goal code “{kod}” is not in the strukturbild; {antal} link(s) were not made.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_codes.py"/>
        <source>Målkoden ”{kod}” finns i flera målsamlingar. Skriv samling och kod, till exempel {exempel}.</source>
        <translation>The goal code “{kod}” is in several goal sets. Write set and code, for example {exempel}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>{file}: {faults}</source>
        <translation>{file}: {faults}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Av filens {n} blad läses ”{name}”, som mest liknar en mållista.</source>
        <translation>Of the file's {n} sheets “{name}” is read, which looks most like a list of goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Välj vilken kolumn som har målens titlar.</source>
        <translation>Choose which column has the titles of the goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>vald</source>
        <translation>chosen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Ingen rad går att hämta. Skälen står i listan.</source>
        <translation>No row can be imported. The reasons are in the list.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>Målsamlingen ”{code}” finns inte i strukturbilden. Den har: {codes}.</source>
        <translation>The goal set “{code}” is not in the strukturbild. It has: {codes}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <source>{name} är hämtad ur målbiblioteket och ändras inte. Läs in målen som en ny samling.</source>
        <translation>{name} was imported from the goal library and does not change. Read the goals in as a new set.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goal_plan.py"/>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>Målen är inlästa ur {file}.</source>
        <translation>The goals were read from {file}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>Sökvägen {path} har tecken som inte går att läsa. Byt namn på filen eller mappen och försök igen.</source>
        <translation>The path {path} has characters that cannot be read. Rename the file or the folder and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>Målsamlingen ”{code}” finns inte i biblioteket. Menade du {near}?</source>
        <translation>The goal set “{code}” is not in the library. Did you mean {near}?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>det är ingen vanlig fil. Spara tabellen som CSV eller XLSX och välj den.</source>
        <translation>this is not an ordinary file. Save the table as CSV or XLSX and choose that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>filen är för stor för att vara en mållista (mer än 20 MB).</source>
        <translation>the file is too large to be a list of goals (more than 20 MB).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>filen finns inte. Kontrollera mappen och namnet.</source>
        <translation>the file does not exist. Check the folder and the name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>filen kan inte läsas ({reason}).</source>
        <translation>the file cannot be read ({reason}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>filen är av ett slag som inte kan läsas. Spara tabellen som CSV eller XLSX.</source>
        <translation>the file is of a kind that cannot be read. Save the table as CSV or XLSX.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>Filen är inte en textfil. Spara tabellen som CSV (UTF-8) eller XLSX och försök igen.</source>
        <translation>The file is not a text file. Save the table as CSV (UTF-8) or XLSX and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>semikolon</source>
        <translation>semicolons</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>komma</source>
        <translation>commas</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>tabbtecken</source>
        <translation>tabs</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>lodstreck</source>
        <translation>vertical bars</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>Teckenkodning: {encoding}. Kolumnerna skiljs åt av {separator}.</source>
        <translation>Character encoding: {encoding}. The columns are separated by {separator}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>{code} {title}: {number} objekt</source>
        <translation>{code} {title}: {number} objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>och {number} till</source>
        <translation>and {number} more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/goals.py"/>
        <source>Den nya versionen av ”{name}” saknar mål som objekt är kopplade till. Inget har ändrats. Lägg tillbaka målen i tabellen, eller välj att behålla eller ta bort dem:</source>
        <translation>The new version of “{name}” lacks goals that objects are linked to. Nothing has been changed. Put the goals back into the table, or choose to keep or remove them:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>Koderna i ”{kolumn}” har tappat inledande nollor; {kod} lästes som {rätt}.</source>
        <translation>The codes in “{kolumn}” have lost their leading zeros; {kod} was read as {rätt}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>”{kolumn}” har både {ett} och {annat}; de räknas som olika. Rätta kolumnen om de är samma.</source>
        <translation>“{kolumn}” has both {ett} and {annat}; they count as different. Correct the column if they are the same.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>Raderna känns igen på ”{kolumn}”, som programmet räknar själv och som kan bli en annan nästa gång.</source>
        <translation>The rows are recognised by “{kolumn}”, which the program counts by itself and which may be another next time.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>tätortens kod</source>
        <translation>the code of the locality</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>kommunens kod</source>
        <translation>the code of the municipality</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>länets kod</source>
        <translation>the code of the county</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>en identitet som följer objektet</source>
        <translation>an identity that follows the object</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>alla värden är olika</source>
        <translation>all values are different</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/identity.py"/>
        <source>raderna har inga namn</source>
        <translation>the rows have no names</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/layer_rows.py"/>
        <source>Lagret ”{lager}” i {fil} är tomt. Välj ett annat lager eller en annan fil.</source>
        <translation>The layer “{lager}” in {fil} is empty. Choose another layer or another file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/layer_rows.py"/>
        <source>Flera lager hämtas: {lager}.</source>
        <translation>Several layers are imported: {lager}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/layer_rows.py"/>
        <source>Ur filen hämtas {tagna}. Där finns också {andra}; ange lagret för att hämta det.</source>
        <translation>From the file {tagna} is imported. It also has {andra}; give the layer to import it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/layer_rows.py"/>
        <source>Hämta lagret {lager}</source>
        <translation>Import the layer {lager}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/layer_rows.py"/>
        <source>Hämta alla lager som passar klassen</source>
        <translation>Import all layers that fit the class</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/layer_rows.py"/>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>{antal} till</source>
        <translation>{antal} more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/layer_rows.py"/>
        <source>”{namn}” ({antal} objekt)</source>
        <translation>“{namn}” ({antal} objects)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/located_rows.py"/>
        <source>{antal} objekt ligger utanför Sverige. De får landets kod och inga kommuner.</source>
        <translation>{antal} objects lie outside Sweden. They get the code of the country and no municipalities.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/matching.py"/>
        <source>Identiteten {id} finns på flera rader ({rader}); de känns igen på namn och plats i stället.</source>
        <translation>The identity {id} is on several rows ({rader}); they are recognised by name and place instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/matching.py"/>
        <source>{rad}: samma namn och plats som en annan rad, men andra uppgifter. Båda togs med.</source>
        <translation>{rad}: the same name and place as another row, but other values. Both were taken.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/matching.py"/>
        <source>{rad}: {id} finns redan på ”{namn}”, som är något annat. Raden blir ett nytt objekt.</source>
        <translation>{rad}: {id} is already on “{namn}”, which is something else. The row becomes a new object.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Lagret ”{lager}” i {fil} har inga koordinater. En tabell behöver kolumner som heter x och y, lon och lat, eller wkt.</source>
        <translation>The layer “{lager}” in {fil} has no coordinates. A table needs columns called x and y, lon and lat, or wkt.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>ett koordinatsystem utan namn</source>
        <translation>a coordinate system without a name</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Läs som {namn}</source>
        <translation>Read as {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Utanför {område} ligger {antal} objekt, som inte hämtas. Välj hela filen för att ta med dem.</source>
        <translation>Outside {område} lie {antal} objects, which are not imported. Choose the whole file to take them too.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>strukturbildens område</source>
        <translation>the area of the strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Ta med även det som ligger utanför området ({antal} objekt)</source>
        <translation>Take what lies outside the area too ({antal} objects)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>{antal} objekt som redan finns är ändrade i källan. De ändras inte förrän du väljer att uppdatera.</source>
        <translation>{antal} objects that are already there are changed in the source. They are not changed until you choose to update.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Uppdatera {antal} objekt som är ändrade i källan</source>
        <translation>Update {antal} objects that are changed in the source</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>{antal} objekt från en tidigare hämtning finns inte längre i filen och ligger kvar: {namn}.</source>
        <translation>{antal} objects from an earlier import are no longer in the file and stay: {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Objekten fick inga namn. Ange vilken kolumn som är namn.</source>
        <translation>The objects got no names. Say which column is the name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Inget av objekten ligger i Sverige. Kontrollera källans koordinatsystem.</source>
        <translation>None of the objects lies in Sweden. Check the coordinate system of the source.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>{antal} noder som flyttas har stråk eller samband till sig. I fönstret följer linjerna med; i en fil som inte är öppen rättas de i granskningen efteråt.</source>
        <translation>{antal} nodes that move have corridors or links to them. In the window the lines follow; in a file that is not open they are put right in the check afterwards.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>{slag}: {antal} objekt hämtas inte, för {klass} ritas inte så. Välj klassen {klasser} för dem.</source>
        <translation>{slag}: {antal} objects are not imported, since {klass} is not drawn so. Choose the class {klasser} for them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/objects.py"/>
        <source>Hämta som {klass}</source>
        <translation>Import as {klass}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/plan.py"/>
        <source>läget: {antal} m</source>
        <translation>place: {antal} m</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/plan.py"/>
        <source>mål: {koder}</source>
        <translation>goals: {koder}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/planned_rows.py"/>
        <source>är samma objekt som rad {rad}</source>
        <translation>is the same object as row {rad}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/planned_rows.py"/>
        <source>finns redan, nu som en annan klass ({klass})</source>
        <translation>is already there, now as another class ({klass})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/planned_rows.py"/>
        <source>finns redan i bilden sedan en tidigare import</source>
        <translation>is already in the picture from an earlier import</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/planned_rows.py"/>
        <source>uppdateras: {skillnad}</source>
        <translation>is updated: {skillnad}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/planned_rows.py"/>
        <source>finns redan i bilden, men källan anger {skillnad}</source>
        <translation>is already in the picture, but the source says {skillnad}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/planned_rows.py"/>
        <source>ligger utanför strukturbildens område</source>
        <translation>lies outside the area of the strukturbild</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/archives.py"/>
        <source>{fil} går inte att packa upp här. Packa upp den själv och välj filen inuti.</source>
        <translation>{fil} cannot be unpacked here. Unpack it yourself and choose the file inside.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/archives.py"/>
        <source>{fil} är låst med ett lösenord. Packa upp den själv och välj filen inuti.</source>
        <translation>{fil} is locked with a password. Unpack it yourself and choose the file inside.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/archives.py"/>
        <source>{fil} innehåller ingen fil med objekt, bara {filer}. Packa upp den och välj filen inuti.</source>
        <translation>{fil} holds no file with objects, only {filer}. Unpack it and choose the file inside.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/archives.py"/>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>ingenting</source>
        <translation>nothing</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/archives.py"/>
        <source>Packade filer i {fil} lästes inte: {filer}. Packa upp dem och hämta dem för sig.</source>
        <translation>Packed files in {fil} were not read: {filer}. Unpack them and import them on their own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/archives.py"/>
        <source>{fil} blir för stor när den packas upp. Packa upp den själv och välj filen inuti, eller gör ett urval.</source>
        <translation>{fil} becomes too large when unpacked. Unpack it yourself and choose the file inside, or make a selection.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/archives.py"/>
        <source> och {antal} till</source>
        <translation> and {antal} more</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/child_process.py"/>
        <source>{fil} tog för lång tid att läsa. Öppna den i QGIS, exportera det som ska hämtas till en GeoPackage och hämta den.</source>
        <translation>{fil} took too long to read. Open it in QGIS, export what is to be imported to a GeoPackage and import that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/child_process.py"/>
        <source>{fil} går inte att läsa: programmet som läser filer av det slaget kraschade av den. Inget har importerats. Filen är troligen skadad; spara den på nytt i programmet den kommer från, helst som GeoPackage.</source>
        <translation>{fil} cannot be read: the program that reads files of that kind crashed on it. Nothing was imported. The file is probably damaged; save it again in the program it comes from, preferably as a GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>Kolumnen heter {kolumn}.</source>
        <translation>The column is called {kolumn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>Kolumnerna är valda.</source>
        <translation>The columns have been chosen.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>Axlarna lästes i omvänd ordning, {norr} som norr och {ost} som öst: bara så hamnar punkterna i Sverige.</source>
        <translation>The axes were read the other way round, {norr} as north and {ost} as east: only so do the points lie in Sweden.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>Kolumnerna heter {ost} och {norr}.</source>
        <translation>The columns are called {ost} and {norr}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>Värdena i {ost} och {norr} är koordinater i Sverige.</source>
        <translation>The values in {ost} and {norr} are coordinates in Sweden.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>Kolumnen {kolumn} har båda koordinaterna i varje cell.</source>
        <translation>The column {kolumn} has both coordinates in each cell.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>Kolumnen {kolumn} lästes som {ordning}.</source>
        <translation>The column {kolumn} was read as {ordning}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>norr, öst</source>
        <translation>north, east</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>öst, norr</source>
        <translation>east, north</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/coordinate_columns.py"/>
        <source>Cellerna i {kolumn} är WKT.</source>
        <translation>The cells in {kolumn} are WKT.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/drawing_layers.py"/>
        <source>Ritningens slutna linjer läses som ytor ({antal} stycken).</source>
        <translation>The drawing's closed lines are read as areas ({antal} of them).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Öppna den i QGIS, högerklicka på lagret, välj Exportera &gt; Spara objekt som och formatet GeoPackage.</source>
        <translation>Open it in QGIS, right-click the layer, choose Export &gt; Save Features As and the format GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är en databas från Access eller äldre ArcGIS. Exportera lagret i ArcGIS till en filgeodatabas eller shapefil, eller tabellen i Access till Excel.</source>
        <translation>It is a database from Access or older ArcGIS. Export the layer in ArcGIS to a file geodatabase or shapefile, or the table in Access to Excel.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är en AutoCAD-ritning. Spara den som DXF i AutoCAD (Spara som, DXF) och hämta den filen.</source>
        <translation>It is an AutoCAD drawing. Save it as DXF in AutoCAD (Save As, DXF) and import that file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är en MicroStation-ritning. Spara den som DXF i MicroStation (Spara som, DXF) och hämta den.</source>
        <translation>It is a MicroStation drawing. Save it as DXF in MicroStation (Save As, DXF) and import that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är en PDF, alltså en bild av kartan. Be om kartans data som GeoPackage eller shapefil, eller lägg PDF:en under i QGIS och rita av den.</source>
        <translation>It is a PDF, so an image of the map. Ask for the map's data as a GeoPackage or shapefile, or put the PDF below in QGIS and trace it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är en äldre Excel-fil. Öppna den i Excel, välj Spara som och filformatet xlsx.</source>
        <translation>It is an older Excel file. Open it in Excel, choose Save As and the file format xlsx.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är ett dokument. Kopiera tabellen till Excel och spara den som xlsx, med en kolumn för E och en för N.</source>
        <translation>It is a document. Copy the table to Excel and save it as xlsx, with one column for E and one for N.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är ett projekt som pekar på lager i andra filer.</source>
        <translation>It is a project that points at layers in other files.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är ett projekt eller en lagerfil som pekar på data i andra filer. Exportera lagret till en shapefil eller filgeodatabas i det programmet.</source>
        <translation>It is a project or a layer file that points at data in other files. Export the layer to a shapefile or file geodatabase in that program.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är en stil utan objekt. Välj filen som har objekten.</source>
        <translation>It is a style without objects. Choose the file that has the objects.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är en bild eller ett raster, utan objekt. Gör ytor av rastret i QGIS med Raster &gt; Konvertering &gt; Raster till vektor och hämta resultatet, eller rita av bilden.</source>
        <translation>It is an image or a raster, without objects. Make areas of the raster in QGIS with Raster &gt; Conversion &gt; Polygonize and import the result, or trace the image.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är ett punktmoln. Hämta i stället det som har tolkats ur det, som GeoPackage.</source>
        <translation>It is a point cloud. Import instead what was interpreted from it, as a GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är en byggnadsmodell. Spara dess plan som DXF och hämta den filen.</source>
        <translation>It is a building model. Save its plan as DXF and import that file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/formats.py"/>
        <source>Det är ett utdrag ur OpenStreetMap.</source>
        <translation>It is an extract of OpenStreetMap.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/gdal_layer.py"/>
        <source>GDAL anger inte varför</source>
        <translation>GDAL does not say why</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/gdal_layer.py"/>
        <source>skadad efter rad {rad}: {fel}</source>
        <translation>damaged after row {rad}: {fel}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/gdal_layer.py"/>
        <source>{fil} går inte att läsa ({fel}). Inget har importerats. Öppna filen i QGIS, exportera det som går att läsa till en ny GeoPackage och hämta den.</source>
        <translation>{fil} cannot be read ({fel}). Nothing was imported. Open the file in QGIS, export what can be read to a new GeoPackage and import that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/gdal_layer.py"/>
        <source>Lagret ”{lager}” har {antal} rader; högst {gräns} kan importeras. Gör ett urval först.</source>
        <translation>The layer “{lager}” has {antal} rows; at most {gräns} can be imported. Make a selection first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/geometry_kinds.py"/>
        <source>tabell</source>
        <translation>table</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/geometry_kinds.py"/>
        <source>blandat</source>
        <translation>mixed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} går inte att läsa ({fel}). Kontrollera namnet, att du får läsa filen och att inget annat program håller den låst.</source>
        <translation>{fil} cannot be read ({fel}). Check the name, that you may read the file and that no other program keeps it locked.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} har ett format ({format}) som QGIS på den här datorn inte läser. Spara den som GeoPackage i programmet den kommer från, eller be den som lämnade filen om en GeoPackage eller GeoJSON.</source>
        <translation>{fil} has a format ({format}) that QGIS on this computer does not read. Save it as GeoPackage in the program it comes from, or ask whoever gave you the file for a GeoPackage or GeoJSON.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} går inte att läsa som kartdata. {råd}</source>
        <translation>{fil} cannot be read as map data. {råd}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} går inte att läsa som kartdata. Spara den som GeoPackage, shapefil, GeoJSON eller CSV.</source>
        <translation>{fil} cannot be read as map data. Save it as GeoPackage, shapefile, GeoJSON or CSV.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} går inte att läsa som kartdata ({fel}). Spara den på nytt i programmet den kommer från, helst som GeoPackage.</source>
        <translation>{fil} cannot be read as map data ({fel}). Save it again in the program it comes from, preferably as a GeoPackage.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{källa} är ingen fil. Ladda ner datat och välj filen; import direkt från nätet görs inte.</source>
        <translation>{källa} is not a file. Download the data and choose the file; importing straight from the net is not done.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} är packad. Packa upp den och välj filen inuti.</source>
        <translation>{fil} is packed. Unpack it and choose the file inside.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} är en mapp. Välj en fil i den.</source>
        <translation>{fil} is a folder. Choose a file in it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} är bara en del av ett lager. Kopiera hit även {rest} och övriga delar, och välj den.</source>
        <translation>{fil} is only a part of a layer. Copy {rest} and the other parts here too, and choose that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/open_file.py"/>
        <source>{fil} är bara en del av en shapefil. Kopiera hit även {rest} (och .dbf och .prj).</source>
        <translation>{fil} is only a part of a shapefile. Copy {rest} here too (and .dbf and .prj).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/plain_text.py"/>
        <source>HTML-kod togs bort ur {antal} av lagrets texter, till exempel ”{före}”, som blev ”{efter}”.</source>
        <translation>HTML code was removed from {antal} of the layer's texts, for example “{före}”, which became “{efter}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/plain_text.py"/>
        <source>Osynliga tecken togs bort eller byttes i {antal} av lagrets texter, till exempel {tecken} i ”{text}”.</source>
        <translation>Invisible characters were removed or replaced in {antal} of the layer's texts, for example {tecken} in “{text}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/table_layer.py"/>
        <source>Rader har fler celler än rubrikraden ({antal} stycken), till exempel rad {rad} med ”{cell}”. Kontrollera att tecknet mellan kolumnerna inte också står i texterna eller är decimaltecken; spara annars tabellen som xlsx.</source>
        <translation>Rows have more cells than the header ({antal} of them), for example row {rad} with “{cell}”. Check that the sign between the columns is not also in the texts or the decimal mark; otherwise save the table as xlsx.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/table_layer.py"/>
        <source>Tabellen har ingen rubrikrad; kolumnerna fick namnen Kolumn 1, Kolumn 2 och så vidare.</source>
        <translation>The table has no header; the columns were named Column 1, Column 2 and so on.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/table_layer.py"/>
        <source>Tabellen börjar på rad {rad}. Raderna ovanför hoppades över, till exempel ”{text}”.</source>
        <translation>The table begins at row {rad}. The rows above it were skipped, for example “{text}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/text_files.py"/>
        <source>Tabellen {fil} är för stor. Gör ett urval först.</source>
        <translation>The table {fil} is too large. Make a selection first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/reading/text_files.py"/>
        <source>{fil} är ingen textfil. Spara den på nytt i det program den kommer från.</source>
        <translation>{fil} is not a text file. Save it again in the program it comes from.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/request.py"/>
        <source>Klassen ”{klass}” finns inte i strukturbilden. Klasser som finns: {klasser}.</source>
        <translation>The class “{klass}” is not in the strukturbild. Classes there are: {klasser}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/request.py"/>
        <source>Strukturbilden har ingen bild att importera till. Lägg till en bild först.</source>
        <translation>The strukturbild has no picture to import to. Add a picture first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/request.py"/>
        <source>Bilden ”{bild}” finns inte. Bilder som finns: {bilder}.</source>
        <translation>There is no picture “{bild}”. Pictures there are: {bilder}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/request.py"/>
        <source>”{värde}” finns inte. Välj bland: {val}.</source>
        <translation>There is no “{värde}”. Choose among: {val}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/request.py"/>
        <source>”{mål}” är inget som klassen {klass} har. Välj bland: {val}.</source>
        <translation>“{mål}” is nothing the class {klass} has. Choose among: {val}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/request.py"/>
        <source>inget, klassen har inga nivåer</source>
        <translation>nothing, the class has no levels</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/request.py"/>
        <source>Källan har ingen kolumn ”{kolumn}”. Välj bland: {val}.</source>
        <translation>The source has no column “{kolumn}”. Choose among: {val}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/source.py"/>
        <source>{fil} innehåller inget lager som går att läsa. Öppna den i QGIS, spara det som ska hämtas som GeoPackage och hämta det.</source>
        <translation>{fil} contains no layer that can be read. Open it in QGIS, save what is to be imported as a GeoPackage and import that.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/source.py"/>
        <source>Lagret ”{lager}” finns inte i {fil}. Lager som finns: {lagren}.</source>
        <translation>The layer “{lager}” is not in {fil}. Layers there are: {lagren}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/source.py"/>
        <source>Lagret ”{lager}” i {fil} har ingen kolumn ”{kolumn}”. Kolumner som finns: {kolumner}.</source>
        <translation>The layer “{lager}” in {fil} has no column “{kolumn}”. Columns there are: {kolumner}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/source.py"/>
        <source>Lagret ”{lager}” i {fil} har inga koordinater, bara namn, koder och tal (kolumnerna {kolumner}). Lägg till kolumner med E och N, eller öppna tabellen i QGIS tillsammans med ett lager som har samma namn eller koder och platserna, koppla dem (Egenskaper, Kopplingar), exportera det lagret som GeoPackage och hämta den.</source>
        <translation>The layer “{lager}” in {fil} has no coordinates, only names, codes and numbers (the columns {kolumner}). Add columns with E and N, or open the table in QGIS together with a layer that has the same names or codes and the places, join them (Properties, Joins), export that layer as a GeoPackage and import it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/source.py"/>
        <source>Lagret ”{lager}” i {fil} har inga koordinater som går att läsa. Första raden har {celler}. Döp om kolumnerna med koordinater till E och N (eller lon och lat, eller wkt) och försök igen, eller välj dem som öst och norr när du hämtar.</source>
        <translation>The layer “{lager}” in {fil} has no coordinates that can be read. The first row has {celler}. Rename the columns with coordinates to E and N (or lon and lat, or wkt) and try again, or choose them as east and north when you import.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/source.py"/>
        <source>Lagret ”{lager}” i {fil} har inga koordinater som går att läsa, bara en kolumn. Första raden har {celler}. Spara tabellen med semikolon mellan kolumnerna, eller som xlsx, och försök igen.</source>
        <translation>The layer “{lager}” in {fil} has no coordinates that can be read, only one column. The first row has {celler}. Save the table with semicolons between the columns, or as xlsx, and try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/source.py"/>
        <source>Flera kolumner heter ”{kolumn}”. Den första behåller namnet, nästa heter här ”{kolumn} (2)”.</source>
        <translation>Several columns are called “{kolumn}”. The first keeps the name, the next is called “{kolumn} (2)” here.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/spreadsheet.py"/>
        <source>kalkylbladet kan inte läsas. Öppna det, spara det som CSV (UTF-8) och försök med den filen.</source>
        <translation>the spreadsheet cannot be read. Open it, save it as CSV (UTF-8) and try that file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/spreadsheet.py"/>
        <source>filen packas upp till mer än 100 MB och är knappast en mållista.</source>
        <translation>the file unpacks to more than 100 MB and is hardly a list of goals.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/spreadsheet.py"/>
        <source>bladet ”{name}” finns inte. Filen har: {names}.</source>
        <translation>there is no sheet “{name}”. The file has: {names}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/values.py"/>
        <source>Värdet ”{värde}” för {kolumn} känns inte igen och lämnades tomt ({antal} objekt).</source>
        <translation>The value “{värde}” for {kolumn} is not known and was left empty ({antal} objects).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/importing/values.py"/>
        <source>Tillåtna: {lista}.</source>
        <translation>Allowed: {lista}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/qgis_project/embedded_project.py"/>
        <source>Projektet i {path} kunde inte skrivas: {fel}.</source>
        <translation>The project in {path} could not be written: {fel}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/qgis_project/layer_styles.py"/>
        <source>Stilen för {lager} kunde inte sparas: {fel}.</source>
        <translation>The style of {lager} could not be saved: {fel}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/qgis_project/layer_styling.py"/>
        <source>Stilen för {lager} som är sparad i filen används, men inte allt i den: {delar}.</source>
        <translation>The style for {lager} that is saved in the file is used, but not all of it: {delar}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/qgis_project/layer_styling.py"/>
        <source>Stilen för {lager} som är sparad i filen används inte: {delar}. Lagret ritas med symboluppsättningen.</source>
        <translation>The style for {lager} that is saved in the file is not used: {delar}. The layer is drawn with the symbol set.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/qgis_project/layers.py"/>
        <source>Lagret {lager} i {path} kan inte öppnas.</source>
        <translation>The layer {lager} in {path} cannot be opened.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/schema/tables.py"/>
        <source>Attributet ”{kod}” kan inte bli en kolumn. Använd små bokstäver a-z, siffror och understreck, och börja med en bokstav.</source>
        <translation>The attribute “{kod}” cannot become a column. Use small letters a-z, digits and underscores, and begin with a letter.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/schema/tables.py"/>
        <source>Lagret ”{lager}” finns inte i katalogen.</source>
        <translation>The layer “{lager}” is not in the catalogue.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/styling/custom_styles.py"/>
        <source>Profilen togs bort</source>
        <translation>The profile was removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/styling/custom_styles.py"/>
        <source>Lagret {lager} är inget av strukturbildens lager.</source>
        <translation>The layer {lager} is not one of the strukturbild's layers.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/styling/custom_styles.py"/>
        <source>Filen {path} är för stor.</source>
        <translation>The file {path} is too large.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/styling/custom_styles.py"/>
        <source>Filen {path} kunde inte läsas. Finns den kvar?</source>
        <translation>The file {path} could not be read. Is it still there?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>Mallen {file} kan inte användas, och inget har lagts in. Det här är fel:</source>
        <translation>The template {file} cannot be used, and nothing was put in. This is wrong:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>Delen saknas. Utan den är filen ingen mall.</source>
        <translation>The part is missing. Without it the file is no template.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>'paket' saknas: den som delar mallen (organisation) och vilket format filen har.</source>
        <translation>'paket' is missing: who shares the template (organisation) and the format of the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>Mallen är gjord för en nyare version av programmet (format {n}). Uppdatera insticksprogrammet.</source>
        <translation>The template is made for a newer version of the program (format {n}). Update the plugin.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>Symboluppsättningen '{kod}' finns varken i mallen eller i programmet.</source>
        <translation>The symbol set '{kod}' is neither in the template nor in the program.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>Målsamlingen '{kod}' finns varken i mallen eller i målbiblioteket.</source>
        <translation>The goal set '{kod}' is neither in the template nor in the goal library.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>Koden '{kod}' är en av programmets egna mallar. Välj en annan kod.</source>
        <translation>The code '{kod}' is one of the program's own templates. Choose another code.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package.py"/>
        <source>Versionen '{version}' ska vara tal med punkt emellan, som 1.0 eller 2.3.1.</source>
        <translation>The version '{version}' should be numbers with points between, such as 1.0 or 2.3.1.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/package_goals.py"/>
        <source>Målsamlingen {name} har koden {code} i mallen, eftersom {old} inte kan vara ett filnamn.</source>
        <translation>The goal set {name} has the code {code} in the template, since {old} cannot be a file name.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/save_template.py"/>
        <source>Symboluppsättningen {kod} finns inte här; mallen får {other}.</source>
        <translation>The symbol set {kod} is not here; the template gets {other}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/save_template.py"/>
        <source>Mallen sparades inte. Rätta det här:</source>
        <translation>The template was not saved. Mend this:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/save_template.py"/>
        <source>Namnet har tecken som inte går på alla datorer.</source>
        <translation>The name has characters that do not work on every computer.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/save_template.py"/>
        <source>{name} kom inte med. {why}</source>
        <translation>{name} did not come along. {why}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/save_template.py"/>
        <source>formulär, åtgärder och annat som inte är symboler</source>
        <translation>forms, actions and other things that are not symbols</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/save_template.py"/>
        <source>{name}: {what} togs bort ur mallen.</source>
        <translation>{name}: {what} was taken out of the template.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/template_library.py"/>
        <source>Version {version} av mallen ”{name}” finns redan, med annat innehåll. Be {sender} att höja versionen, eller ta först bort den som finns.</source>
        <translation>Version {version} of the template “{name}” is already there, with other content. Ask {sender} to raise the version, or remove the one that is there first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/template_library.py"/>
        <source>Det finns redan {n} mallar. Ta bort några först.</source>
        <translation>There are {n} templates already. Remove some first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/template_library.py"/>
        <source>Mappen {folder} går inte att skapa.</source>
        <translation>The folder {folder} cannot be created.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/template_library.py"/>
        <source>Mallen ligger inte bland de egna mallarna och tas inte bort.</source>
        <translation>The template does not lie among one's own and is not removed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/template_library.py"/>
        <source>Filen {path} används och kan inte tas bort nu.</source>
        <translation>The file {path} is in use and cannot be removed now.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/templates/template_library.py"/>
        <source>De egna klasserna har fel och används inte. Rätta det här:</source>
        <translation>The own classes have faults and are not used. Mend this:</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/attachment_writer.py"/>
        <source>Namnets plats går inte att läsa. Flytta namnet igen.</source>
        <translation>The place of the name cannot be read. Move the name again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/attachment_writer.py"/>
        <source>Skriv vem som står bakom, till exempel en kommun.</source>
        <translation>Write who stands behind it, for instance a municipality.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/attachment_writer.py"/>
        <source>Samverkanstrappan har nivåerna 1 till 8.</source>
        <translation>The ladder of cooperation has the levels 1 to 8.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/extend_catalogue.py"/>
        <source>Koden {koder} används redan av en klass i katalogen. Välj en annan kod.</source>
        <translation>The code {koder} is already used by a class of the catalogue. Choose another code.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/extend_catalogue.py"/>
        <source>Attributet ”{kod}” finns redan i strukturbilden och är av ett annat slag ({typ}). Ge ert eget attribut en annan kod.</source>
        <translation>The attribute “{kod}” is already in the structural picture and is of another kind ({typ}). Give your own attribute another code.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/goal_edits.py"/>
        <source>Målen har ändrats av någon annan sedan de visades. Inget har skrivits. Försök igen.</source>
        <translation>The goals have been changed by somebody else since they were shown. Nothing has been written. Try again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/goal_version.py"/>
        <source>Målen har ändrats sedan valen gjordes. Öppna ”Byt till ny version” igen.</source>
        <translation>The goals have changed since the choices were made. Open “Change to a new version” again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/goal_version.py"/>
        <source>{old} → {new}: {moved} flyttade, {left} kvar att se över</source>
        <translation>{old} → {new}: {moved} moved, {left} left to look over</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/goal_version.py"/>
        <source>{old} → {new}: {moved} flyttade, inget kvar att se över</source>
        <translation>{old} → {new}: {moved} moved, nothing left to look over</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/layer_writer.py"/>
        <source>två rader har samma {columns}. Ändra den ena, eller ta bort den.</source>
        <translation>two rows have the same {columns}. Change one of them, or delete it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/layer_writer.py"/>
        <source>en rad saknar {columns}. Fyll i det, eller ta bort raden.</source>
        <translation>a row lacks {columns}. Fill it in, or delete the row.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/mend_missing.py"/>
        <source>I filen finns {del_} igen, utan innehåll. Det som stod där finns i ett tidigare läge.</source>
        <translation>The file has {del_} again, without content. What was there is in an earlier state.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/open_check.py"/>
        <source>{path} är en mapp. Välj en fil som slutar på .gpkg.</source>
        <translation>{path} is a folder. Choose a file that ends with .gpkg.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/open_check.py"/>
        <source>{path} är ingen vanlig fil. Välj en fil som slutar på .gpkg.</source>
        <translation>{path} is no ordinary file. Choose a file that ends with .gpkg.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/open_check.py"/>
        <source>Filen {path} är tom. Öppna en säkerhetskopia i stället.</source>
        <translation>The file {path} is empty. Open a backup instead.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/table_rebuild.py"/>
        <source>Er egen tabell ”{table}” heter nu ”{name}”.</source>
        <translation>Your own table “{table}” is now called “{name}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/table_rebuild.py"/>
        <source>Er egen kolumn ”{column}” i tabellen ”{table}” heter nu ”{name}”.</source>
        <translation>Your own column “{column}” in the table “{table}” is now called “{name}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/upgrade.py"/>
        <source>Filen är gjord med en äldre version av programmet och lästes genom en tillfällig, uppgraderad kopia. Filen har inte ändrats.</source>
        <translation>The file was made with an older version of the program and was read through a temporary, upgraded copy. The file has not been changed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/upgrade.py"/>
        <source>Det finns för många säkerhetskopior av {path}. Ta bort några av dem.</source>
        <translation>There are too many backups of {path}. Remove some of them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/upgrade.py"/>
        <source>Strukturbilden {path} är gjord med en version ({version}) som inte längre kan öppnas.</source>
        <translation>The strukturbild {path} was made with a version ({version}) that can no longer be opened.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/with_packs.py"/>
        <source>{name} går inte att ta med: attributet ”{kod}” finns redan i strukturbilden och är av ett annat slag ({typ}).</source>
        <translation>{name} cannot be included: the attribute “{kod}” already exists in the strukturbild and is of another kind ({typ}).</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/with_packs.py"/>
        <source>”{name}” är ritad i {n} objekt och kan inte tas bort. Ta bort objekten först.</source>
        <translation>“{name}” is drawn in {n} objects and cannot be taken out. Delete the objects first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>Objektet ”{namn}” finns inte i lagret {lager} och kan inte ändras.</source>
        <translation>The object “{namn}” is not in the layer {lager} and cannot be changed.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>En strukturbild har minst en bild. Lägg till en annan först.</source>
        <translation>A strukturbild has at least one picture. Add another one first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>Bilden ”{namn}” har objekt. Flytta eller ta bort dem först.</source>
        <translation>The picture “{namn}” holds objects. Move or remove them first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>Utgåva {nummer}</source>
        <translation>Edition {nummer}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>Objektet ”{namn}” hör till en bild som inte finns i filen.</source>
        <translation>The object “{namn}” belongs to a picture that is not in the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>Objektet ”{namn}” passar inte i lagret {lager}, som bara tar geometri av slaget {slag}.</source>
        <translation>The object “{namn}” does not fit in the layer {lager}, which only takes geometry of the kind {slag}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>{antal} av objekten finns redan i filen (samma objekt_id). Inget har sparats.</source>
        <translation>{antal} of the objects are already in the file (same objekt_id). Nothing has been saved.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>Målet {mal_id} finns inte i filen. Importera målen först.</source>
        <translation>The goal {mal_id} is not in the file. Import the goals first.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>Objektet {objekt_id} finns inte i filen.</source>
        <translation>The object {objekt_id} is not in the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/store/writing/writer.py"/>
        <source>Objektet ”{namn}” har en geometri som inte går att läsa.</source>
        <translation>The object “{namn}” has a geometry that cannot be read.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/base_file.py"/>
        <source>Det som kopian började med är skadat, och den kan inte jämföras. Be gruppen skicka filen igen, eller ange vilken fil kopiorna gjordes av.</source>
        <translation>What the copy began with is damaged, so it cannot be compared. Ask the group to send the file again, or say which file the copies were made of.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Uppgifterna från {vem} om {namn} går inte att läsa i filen. Ändra dem för hand.</source>
        <translation>The details from {vem} on {namn} cannot be read in the file. Change them by hand.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem} har flyttat {namn} till olika platser.</source>
        <translation>{vem} have moved {namn} to different places.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem} har ritat om {namn} på olika sätt.</source>
        <translation>{vem} have redrawn {namn} in different ways.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>det</source>
        <translation>it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{ena} tog bort {namn}, som används av annat i filen.</source>
        <translation>{ena} deleted {namn}, which is used by other things in the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{ena} tog bort {namn}, men {andra} använder det.</source>
        <translation>{ena} deleted {namn}, but {andra} uses it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem} har lagt in olika filer för {namn}.</source>
        <translation>{vem} have put in different files for {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem} har skrivit olika i ”{fält}” för {namn}.</source>
        <translation>{vem} have written different things in “{fält}” of {namn}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem} satte ”{fält}” för {namn} till {värde}</source>
        <translation>{vem} set “{fält}” of {namn} to {värde}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem} döpte om {namn} till {värde}</source>
        <translation>{vem} renamed {namn} to {värde}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem} till {värde}</source>
        <translation>{vem} to {värde}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>tog bort {namn}</source>
        <translation>deleted {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>gjorde {namn} till {lager}</source>
        <translation>made {namn} a {lager}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>flyttade {namn}</source>
        <translation>moved {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>ritade om {namn}</source>
        <translation>redrew {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>döpte om {namn} till ”{ny}”</source>
        <translation>renamed {namn} to “{ny}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>annat</source>
        <translation>other things</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>läget</source>
        <translation>the place</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>formen</source>
        <translation>the shape</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>namnet till ”{ny}”</source>
        <translation>the name to “{ny}”</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>har ändrat {namn}, bland annat {vad}</source>
        <translation>have changed {namn}, among other things {vad}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>har var för sig ändrat {namn}: {vad}</source>
        <translation>have each changed {namn}: {vad}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>ändrade {fält} för {namn}</source>
        <translation>changed {fält} for {namn}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>lät {namn} vara</source>
        <translation>left {namn} as it was</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Alla ändringarna</source>
        <translation>All the changes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Båda ändringarna</source>
        <translation>Both changes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Behåll som det är nu</source>
        <translation>Keep it as it is now</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Alla filerna</source>
        <translation>All the files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Båda filerna</source>
        <translation>Both files</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Alla, som var sitt förslag</source>
        <translation>All, each as a proposal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Båda, som två förslag</source>
        <translation>Both, as two proposals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Skriv själv</source>
        <translation>Write it yourself</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem}: ta bort</source>
        <translation>{vem}: delete</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{vem}: behåll</source>
        <translation>{vem}: keep</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{ena} gäller här, {andra} blir ett objekt bredvid.</source>
        <translation>{ena} holds here, {andra} becomes an object beside it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Filen från {ena} behåller namnet, den från {andra} får ett eget.</source>
        <translation>The file of {ena} keeps the name, that of {andra} gets its own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Dit {vem} har flyttat det</source>
        <translation>Where {vem} has moved it</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Det finns inte längre i filen.</source>
        <translation>It is no longer in the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Det som var och en har ändrat gäller tillsammans, som det står i filen.</source>
        <translation>What each has changed holds together, as it stands in the file.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Ingen av dem: det som står i filen gäller.</source>
        <translation>Neither: what is in the file holds.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Så som den är ritad där</source>
        <translation>As it is drawn there</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Flyttad {sträcka} m</source>
        <translation>Moved {sträcka} m</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Flyttad {sträcka} km</source>
        <translation>Moved {sträcka} km</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>1 fråga efter sammanslagningen väntar</source>
        <translation>1 question from the merge is waiting</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>{n} frågor efter sammanslagningen väntar</source>
        <translation>{n} questions from the merge are waiting</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Samma val för den andra där det är likadant mellan {vem}</source>
        <translation>The same choice for the other one where it is alike between {vem}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/conflict_sentences.py"/>
        <source>Samma val för de {n} andra där det är likadant mellan {vem}</source>
        <translation>The same choice for the {n} others where it is alike between {vem}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Inget är ändrat i den sedan dess.</source>
        <translation>Nothing has been changed in it since.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Två olika filer är samma kopia ({vem}), och i båda finns sådant som den andra saknar. Båda är med, som om de vore två grupper. Fråga gruppen vilken som gäller där de skiljer sig åt.</source>
        <translation>Two different files are the same copy ({vem}), and each has what the other lacks. Both are in, as if they were two groups. Ask the group which one holds where they differ.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Namnet tyder på att en synkroniserad mapp har gjort en extra kopia. Den är med.</source>
        <translation>The name suggests that a synchronised folder has made an extra copy. It is in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Den finns med i ett senare läge ({fil}). Det äldre läget är inte med.</source>
        <translation>It is included in a later state ({fil}). The earlier state is not.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Gäller i stället för ett tidigare läge ({fil}). Något som var ändrat där är inte ändrat i den här.</source>
        <translation>Takes the place of an earlier state ({fil}). Something that was changed in that is not changed in this one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Är huvudfilen själv. Den är redan med.</source>
        <translation>Is the main file itself. It is in already.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Är själv en sammanslagen fil. Öppna den och slå ihop kopiorna i den, eller välj gruppernas egna filer.</source>
        <translation>Is itself a merged file. Open it and merge the copies in it, or choose the groups' own files.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Har egna utgåvor ({nummer}). De hör till den filen och följer inte med; det som ritats är med.</source>
        <translation>Has editions of its own ({nummer}). They belong to that file and do not come along; what was drawn is in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copies.py"/>
        <source>Saknar uppgift om utgångsläget, så det går inte att se vad som ändrats i den. Ange under ”Kopiorna gjordes av” den fil som kopian togs från.</source>
        <translation>Does not say what it began with, so what has changed in it cannot be seen. Under “The copies were made of”, give the file that the copy was taken from.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/bad_rows.py"/>
        <source>Formen på {antal} objekt går inte att läsa ({namn}), och det som är ändrat på dem är inte med.</source>
        <translation>The shape of {antal} objects cannot be read ({namn}), and what has been changed in them is not included.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/bad_rows.py"/>
        <source>Något i den kan inte finnas i en strukturbild, och den är inte med. Be gruppen öppna den, rätta det som Granska hittar och skicka filen igen.</source>
        <translation>Something in it cannot be in a strukturbild, and it is not included. Ask the group to open it, correct what Check finds and send the file again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/bad_rows.py"/>
        <source>Resten av filen är med.</source>
        <translation>The rest of the file is included.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Är en annan strukturbild (”{titel}”) och kan inte slås ihop med den här. Välj en kopia av ”{egen}”, eller öppna huvudfilen och välj Arkiv &gt; {meny}</source>
        <translation>Is another strukturbild (“{titel}”) and cannot be merged with this one. Choose a copy of “{egen}”, or open the main file and choose File &gt; {meny}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Har blivit en ny strukturbild (”{titel}”), gjord av den här med ”Spara som…”.</source>
        <translation>Has become a new strukturbild (“{titel}”), made of this one with “Save as…”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Kryssa för ”{val}” så slås det som är ritat i den ihop med resten.</source>
        <translation>Tick “{val}”, and what is drawn in it is merged with the rest.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Har blivit en ny strukturbild. Det som är ritat i den är med, men inte dess titel och inte att bilderna blev utkast igen.</source>
        <translation>Has become a new strukturbild. What is drawn in it comes along, but not its title, nor that the pictures became drafts again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Filen {path}, som är angiven under ”Kopiorna gjordes av”, är en annan strukturbild (”{titel}”). Ange den fil som kopiorna togs från.</source>
        <translation>The file {path}, given under “The copies were made of”, is another strukturbild (“{titel}”). Give the file that the copies were taken from.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Lagret ”{lager}” har sparats i ett annat koordinatsystem ({system}) än SWEREF 99 TM. Be gruppen om filen som den var innan, eller öppna huvudfilen och välj Arkiv &gt; {meny}</source>
        <translation>The layer “{lager}” has been saved in another coordinate system ({system}) than SWEREF 99 TM. Ask the group for the file as it was before, or open the main file and choose File &gt; {meny}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Lagret ”{lager}” i {path} har sparats i ett annat koordinatsystem ({system}) än SWEREF 99 TM, och filen kan inte jämföras. Välj filen som den var innan.</source>
        <translation>The layer “{lager}” in {path} has been saved in another coordinate system ({system}) than SWEREF 99 TM, and the file cannot be compared. Choose the file as it was before.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Gruppen har själv slagit ihop andra kopior i den ({vem}). Det som är ritat i dem räknas som gruppens eget. Be gruppen om filen som den var innan, om den finns kvar.</source>
        <translation>The group has itself merged other copies into it ({vem}). What is drawn in them counts as the group's own. Ask the group for the file as it was before, if it is still there.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Är skadad och kan inte läsas. Be gruppen skicka filen igen.</source>
        <translation>Is damaged and cannot be read. Ask the group to send the file again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/copy_texts.py"/>
        <source>Är tom. Be gruppen skicka filen igen.</source>
        <translation>Is empty. Ask the group to send the file again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/file_state.py"/>
        <source>{path} skrivs just nu av ett annat program. Vänta tills den har sparats eller synkroniserats klart.</source>
        <translation>{path} is being written by another program right now. Wait until it has been saved or synchronised.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/file_state.py"/>
        <source>Är öppen i QGIS hos någon just nu. Det som är sparat är med.</source>
        <translation>Is open in somebody's QGIS just now. What has been saved is in.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/file_state.py"/>
        <source>Kan ha kopierats medan den var öppen. Saknas det som ritades sist: be gruppen stänga QGIS och skicka filen igen.</source>
        <translation>May have been copied while it was open. If what was drawn last is missing: ask the group to close QGIS and send the file again.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/given_base.py"/>
        <source>Togs innan {antal} objekt ritades i filen under ”Kopiorna gjordes av” ({namn}), och de skulle se borttagna ut. Ange i stället filen som den var när kopian togs, till exempel ur en säkerhetskopia.</source>
        <translation>Was taken before {antal} objects were drawn in the file under “The copies were made of” ({namn}), and they would look deleted. Give the file as it was when the copy was taken instead, for example from a backup.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/head_changes.py"/>
        <source>{fält} är nu {nu}, från {vem}. Förut: {förut}.</source>
        <translation>{fält} is now {nu}, from {vem}. Before: {förut}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/head_changes.py"/>
        <source>{fält} är nu {nu}. Förut: {förut}.</source>
        <translation>{fält} is now {nu}. Before: {förut}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/copy_files/twice.py"/>
        <source>{antal} objekt hade samma identitet som ett annat ({namn}), som när de klistras in från ett lager i ett annat. De är med som egna objekt.</source>
        <translation>{antal} objects had the same identity as another ({namn}), as when they are pasted from one layer into another. They are in as objects of their own.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/decisions.py"/>
        <location filename="../../strukturbild_plugin/workshop/questions/question.py"/>
        <source>Det går inte att välja så längre, för raden är en annan. Välj något av det som visas.</source>
        <translation>That can no longer be chosen, since the row is another now. Choose one of those shown.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/decisions.py"/>
        <source>Valt: {val}</source>
        <translation>Chosen: {val}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/decisions.py"/>
        <source>förslag 2</source>
        <translation>proposal 2</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>Ny</source>
        <translation>New</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>Borttagen</source>
        <translation>Removed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>ritad på annat sätt</source>
        <translation>drawn in another way</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>av annat slag på kartan</source>
        <translation>of another kind on the map</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>går mellan andra noder</source>
        <translation>goes between other nodes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>Inga skillnader.</source>
        <translation>No differences.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>{n} nya objekt</source>
        <translation>{n} new objects</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>1 koppling till mål</source>
        <translation>1 link to a goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>{n} kopplingar till mål</source>
        <translation>{n} links to goals</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>{fält}: {förut} → {nu}</source>
        <translation>{fält}: {förut} → {nu}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/difference_texts.py"/>
        <source>annat om bilder, mål eller klasser</source>
        <translation>other things about pictures, goals or classes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/freezing.py"/>
        <source>Fryst</source>
        <translation>Frozen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/freezing.py"/>
        <source>Inte längre fryst</source>
        <translation>No longer frozen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/freezing.py"/>
        <source>Har ändrats efter att workshopen frystes {tid}. Det är med.</source>
        <translation>Was changed after the workshop was frozen on {tid}. It is included.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/freezing.py"/>
        <source>Kom in efter att workshopen frystes {tid}. Den är med.</source>
        <translation>Came in after the workshop was frozen on {tid}. It is included.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/group_copy.py"/>
        <source>Workshopen frystes {tid}, och kopian kan inte ändras. Be den som leder workshopen om en ny.</source>
        <translation>The workshop was frozen on {tid}, and the copy cannot be changed. Ask whoever leads the workshop for a new one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/group_copy.py"/>
        <source>Workshopen frystes {tid} av {vem}, och kopian kan inte ändras. Be den som leder workshopen om en ny.</source>
        <translation>The workshop was frozen on {tid} by {vem}, and the copy cannot be changed. Ask whoever leads the workshop for a new one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/group_copy.py"/>
        <source>I den här kopian kan ni kommentera och rösta, men inte rita. Be den som leder workshopen om en annan kopia om ni behöver rita.</source>
        <translation>In this copy you can comment and vote, but not draw. Ask whoever leads the workshop for another copy if you need to draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/group_copy.py"/>
        <source>I den här kopian kan ni lägga till nytt och ändra det ni själva har lagt till. Det som fanns från början ändras inte: rita ett eget förslag i stället, eller lämna en kommentar.</source>
        <translation>In this copy you can add new things and change what you have added yourselves. What was there from the beginning is not changed: draw a proposal of your own instead, or leave a comment.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/group_copy.py"/>
        <source>Är en annan strukturbild: ”{titel}”.</source>
        <translation>Is another strukturbild: “{titel}”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge.py"/>
        <source>{path} är en av filerna som slås ihop. Välj ett annat namn för den nya.</source>
        <translation>{path} is one of the files to be merged. Choose another name for the new one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge.py"/>
        <source>{path} är en grupps kopia ({vem}) och skrivs inte över. Välj ett annat namn för den nya.</source>
        <translation>{path} is a group's copy ({vem}) and is not written over. Choose another name for the new one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>koppling till mål ny</source>
        <translation>new link to a goal</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>koppling till mål ändrad</source>
        <translation>link to a goal changed</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>{vem}: borttaget</source>
        <translation>{vem}: deleted</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>{vem}: nytt</source>
        <translation>{vem}: new</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>väntar på svar</source>
        <translation>waits for an answer</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>som det var från början</source>
        <translation>as it was from the beginning</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>följer sina noder</source>
        <translation>follows its nodes</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/merge_log.py"/>
        <source>läge eller form</source>
        <translation>place or shape</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Allt</source>
        <translation>Everything</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Rita, ändra och ta bort</source>
        <translation>Draw, change and delete</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Bara lägga till</source>
        <translation>Only add</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Rita nytt och ändra det egna; det som fanns från början står kvar</source>
        <translation>Draw new things and change their own; what was there from the beginning stays</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Bara kommentera</source>
        <translation>Only comment</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Kommentera och rösta, inte rita</source>
        <translation>Comment and vote, not draw</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Workshoppen saknar namn. Skriv ett under ”Namn”.</source>
        <translation>The workshop has no name. Write one under “Name”.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Workshoppen har inga grupper. Lägg till minst en.</source>
        <translation>The workshop has no groups. Add at least one.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>En workshop kan ha högst {antal} grupper.</source>
        <translation>A workshop can have at most {antal} groups.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>En grupp saknar namn. Skriv ett, eller ta bort raden.</source>
        <translation>A group has no name. Write one, or remove the row.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/start.py"/>
        <source>Två grupper heter ”{namn}”. Ge dem olika namn, så att man ser vem som ritat vad.</source>
        <translation>Two groups are called “{namn}”. Give them different names, so that one sees who drew what.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis.py"/>
        <source>Ingen grupp har ritat i {path}. Slå ihop gruppernas filer först, eller låt grupperna välja sitt namn när de ritar.</source>
        <translation>No group has drawn in {path}. Merge the groups' files first, or let the groups choose their name when they draw.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>bara {grupp}</source>
        <translation>{grupp} alone</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>{n} av {antal} grupper</source>
        <translation>{n} of {antal} groups</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>{n} grupper har ritat: {flera} objekt har ritats av flera grupper, {ensamma} av bara en.</source>
        <translation>{n} groups have drawn. Drawn by several groups: {flera}; by one alone: {ensamma}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Gemensamma: {n}.</source>
        <translation>Joint: {n}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Av</source>
        <translation>Of</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Grupper</source>
        <translation>Groups</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Likhet (%)</source>
        <translation>Likeness (%)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Grupper med en variant</source>
        <translation>Groups with a variant</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>Gemensamt</source>
        <translation>Joint</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>nej, sent ritat</source>
        <translation>no, drawn late</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/workshop/synthesis/synthesis_texts.py"/>
        <source>{namn}: {antal} ({grupper}). Form: {grupp}.</source>
        <translation>{namn}: {antal} ({grupper}). Shape: {grupp}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>Här ska det stå underrubriker med värden, men det står {got}.</source>
        <translation>Sub-headings with values should stand here, but it is {got}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>'{key}' saknas. Skriv till exempel {key}: {example}</source>
        <translation>'{key}' is missing. Write for example {key}: {example}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>'{key}' är {value} men ska vara {wanted}.</source>
        <translation>'{key}' is {value} but should be {wanted}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>'{key}' står för sig själv. En text med komma behöver citattecken, och tal skrivs med punkt.</source>
        <translation>'{key}' stands by itself. A text with a comma needs quotes, and numbers are written with a point.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>en lista</source>
        <translation>a list</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>en tom lista</source>
        <translation>an empty list</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/block.py"/>
        <source>underrubriker</source>
        <translation>sub-headings</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>en text</source>
        <translation>a text</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{key}' är '{value}'.</source>
        <translation>'{key}' is '{value}'.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>filens namn utan .yaml, '{name}'</source>
        <translation>the file's name without .yaml, '{name}'</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>små bokstäver a-z, siffror och _, med en bokstav först; döp om filen så att den heter likadant</source>
        <translation>small letters a-z, digits and _, beginning with a letter; name the file the same</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>en färg som {example}, inom citattecken</source>
        <translation>a colour such as {example}, in quotation marks</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>en lista: {example}</source>
        <translation>a list: {example}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{key}' saknas. Skriv '{key}:' och värdena indragna under.</source>
        <translation>'{key}' is missing. Write '{key}:' and the values indented below it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{value}' står flera gånger i '{key}'. Ta bort den ena.</source>
        <translation>'{value}' is more than once in '{key}'. Remove one of them.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>en lista, där varje del börjar med ett bindestreck</source>
        <translation>a list, where each part begins with a hyphen</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{key}' saknas. Det ska vara {wanted}.</source>
        <translation>'{key}' is missing. It should be {wanted}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>skrivet så: {shape}</source>
        <translation>written like this: {shape}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{key}' är längre än {n} tecken. Korta texten.</source>
        <translation>'{key}' is longer than {n} characters. Shorten the text.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{key}' är tom. Skriv en text.</source>
        <translation>'{key}' is empty. Write a text.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>'{key}' nämner '{value}', som ska vara {wanted}.</source>
        <translation>'{key}' names '{value}', which should be {wanted}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>{kind} mellan {least} och {most}</source>
        <translation>{kind} between {least} and {most}</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/fields.py"/>
        <source>ett tal (med punkt, till exempel 2.5)</source>
        <translation>a number (with a point, for example 2.5)</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/problems.py"/>
        <source>{place} (rad {line})</source>
        <translation>{place} (line {line})</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/problems.py"/>
        <source>... och {n} fel till.</source>
        <translation>... and {n} more faults.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/suggestions.py"/>
        <source>Ta bort det.</source>
        <translation>Remove it.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/suggestions.py"/>
        <source>Tillåtna värden: {values}.</source>
        <translation>Allowed values: {values}.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/suggestions.py"/>
        <source>Menade du '{value}'?</source>
        <translation>Did you mean '{value}'?</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/suggestions.py"/>
        <source>En kod skrivs med små bokstäver a-z, siffror och _, börjar med en bokstav och är högst 40 tecken.</source>
        <translation>A code is written with small letters a-z, digits and _, begins with a letter and has at most 40 characters.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/yaml_file.py"/>
        <source>Filen är tom eller börjar inte med rubriker av slaget 'kod: ...'.</source>
        <translation>The file is empty or does not begin with headings such as 'kod: ...'.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/yaml_file.py"/>
        <source>En rubrik får bara vara en text.</source>
        <translation>A heading may only be a text.</translation>
    </message>
    <message>
        <location filename="../../strukturbild_plugin/yaml_reader/yaml_file.py"/>
        <source>'{key}' står två gånger (först på rad {line}). Ta bort eller döp om den ena.</source>
        <translation>'{key}' stands twice (first on line {line}). Remove or rename one of them.</translation>
    </message>
</context>
</TS>

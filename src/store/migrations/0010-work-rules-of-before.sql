-- Definition sets that were stored before the rules of work had these members get what holds without them, so that they can still be read:
-- decisions of the past point to them, and a portal may have published one of its own.
update definition_set
   set document = document || jsonb_build_object('work', (document -> 'work') || jsonb_build_object(
         'firstResponse', '{"P2": {"target": 30, "limit": 240}, "P3": {"target": 480, "limit": 960}, "P4": {"target": 480, "limit": 960}}'::jsonb
                          || (document -> 'work' -> 'firstResponse'),
         'writes', '{"DISQUALIFIED": {"property": "hs_lead_status", "value": "UNQUALIFIED"}}'::jsonb || (document -> 'work' -> 'writes'),
         'disqualifyReasons', coalesce(document -> 'work' -> 'disqualifyReasons', '[{"value": "not_a_buyer", "label": "Not a buyer"}]'::jsonb),
         'reinstateReasons', coalesce(document -> 'work' -> 'reinstateReasons', '[{"value": "mistake", "label": "Disqualified by mistake"}]'::jsonb)))
 where document ? 'work';

import { DescriptionList, DescriptionListItem, hubspot, StatusTag } from '@hubspot/ui-extensions';
import { useCrmProperties } from '@hubspot/ui-extensions/crm';
import { createElement as h, useEffect, useState } from 'react';

const watched = ['jobtitle', 'lifecyclestage'];

/** Follows the record in both ways that the SDK has. */
function SampleSidebar({ context, actions }) {
  const [heard, setHeard] = useState('');
  const { properties } = useCrmProperties(watched, { propertiesToFormat: 'all' });
  useEffect(() => {
    actions.onCrmPropertiesUpdate(['jobtitle'], ({ jobtitle }) => setHeard(jobtitle));
    actions.fetchCrmObjectProperties(['jobtitle']).then(({ jobtitle }) => setHeard(jobtitle));
  }, [actions]);
  return h(
    DescriptionList,
    null,
    h(DescriptionListItem, { label: 'For' }, context.user.firstName),
    h(DescriptionListItem, { label: 'Heard', testId: 'heard-title' }, heard),
    h(DescriptionListItem, { label: 'Read', testId: 'read-title' }, properties.jobtitle),
    h(DescriptionListItem, { label: 'Stage' }, h(StatusTag, { variant: 'success' }, properties.lifecyclestage)),
    h(DescriptionListItem, { label: 'Sandboxed', testId: 'sandboxed' }, `${typeof fetch} ${typeof WebSocket}`),
  );
}

hubspot.extend(({ context, actions }) => h(SampleSidebar, { context, actions }));

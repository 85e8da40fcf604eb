import { hubspot } from '@hubspot/ui-extensions';
import { WhyCard } from './WhyCard.tsx';

hubspot.extend<'crm.record.tab'>((api) => <WhyCard {...api} />);

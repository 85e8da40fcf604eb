import { useRef, useState } from 'react';
import type { HandoffCardAnswer } from '../../../src/http/contract/cards.ts';
import { type DealTerms, problemsOf, type TermsProblems } from '../words/deal-terms.ts';

const NO_PROBLEMS: TermsProblems = { amount: null, closeDate: null };

/**
 * The two fields of the form. They say what the deal says, also when that changes, until the person writes something else. What is
 * wrong is said from the first try on.
 *
 * @param today the portal's calendar day, `YYYY-MM-DD`
 */
export function useDealTerms({ amount, closeDate }: Pick<HandoffCardAnswer, 'amount' | 'closeDate'>, today: string) {
  const [written, setWritten] = useState<Partial<DealTerms>>({});
  const [wasTried, setTried] = useState(false);
  // An input commits its value when it loses the focus, so to the very click that sends the form: that click must see it.
  const latest = useRef(written);

  const ofDeal: DealTerms = { amount: amount === null ? null : Number(amount), closeDate };
  const terms: DealTerms = { ...ofDeal, ...written };
  return {
    terms,
    problems: wasTried ? problemsOf(terms, today) : NO_PROBLEMS,
    change: (change: Partial<DealTerms>) => {
      latest.current = { ...latest.current, ...change };
      setWritten(latest.current);
    },
    /** The terms to send, or `null` when a field is wrong, which then says so. */
    check: (): { readonly amount: number; readonly closeDate: string } | null => {
      const { amount, closeDate } = { ...ofDeal, ...latest.current };
      const problems = problemsOf({ amount, closeDate }, today);
      setTried(true);
      if (problems.amount !== null || problems.closeDate !== null) return null;
      return amount === null || closeDate === null ? null : { amount, closeDate };
    },
  };
}

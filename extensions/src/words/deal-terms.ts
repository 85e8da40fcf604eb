/** What an opportunity is accepted with: an amount in the deal's currency, a calendar day `YYYY-MM-DD`. Empty fields are `null`. */
export interface DealTerms {
  readonly amount: number | null;
  readonly closeDate: string | null;
}

/** What is wrong with each field, in words; `null` when nothing is. */
export interface TermsProblems {
  readonly amount: string | null;
  readonly closeDate: string | null;
}

const MOST = 999_999_999_999_999;

/** @param today the portal's calendar day, `YYYY-MM-DD` */
export function problemsOf({ amount, closeDate }: DealTerms, today: string): TermsProblems {
  return { amount: amountProblem(amount), closeDate: closeDateProblem(closeDate, today) };
}

function amountProblem(amount: number | null): string | null {
  if (amount === null || Number.isNaN(amount)) return 'Enter the amount.';
  if (Number(amountText(amount)) <= 0) return 'The amount must be above zero.';
  return amount > MOST ? 'The amount is too large.' : null;
}

function closeDateProblem(closeDate: string | null, today: string): string | null {
  if (closeDate === null) return 'Choose the close date.';
  return closeDate < today ? 'The close date must not be in the past.' : null;
}

/** Decimal text with two decimals, as the backend takes amounts. */
export const amountText = (amount: number): string => amount.toFixed(2);

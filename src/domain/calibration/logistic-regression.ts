/** Rows of numbers, one after the other; the first number of each row is 1, for the intercept. */
export interface Design {
  readonly width: number;
  readonly numbers: Float64Array;
  /** 1 where the row has the outcome, else 0. */
  readonly outcomes: Uint8Array;
}

const MAX_STEPS = 50;
const MAX_HALVINGS = 30;
/** Close to the answer each step squares the error: the step after one this small is exact to rounding. */
const SMALL_STEP = 1e-6;
/** Near the answer the loss no longer tells better from worse: sums of many rows are not exact. */
const ROUNDING = 1 + 1e-10;

/**
 * Ridge logistic regression by iteratively reweighted least squares (Newton's method, a step that makes things worse is halved).
 *
 * Minimises −log-likelihood + `ridge`/2 · Σ coefficient², the intercept not penalised.
 *
 * @param rows which rows of the design to fit
 * @returns coefficients in log odds, the intercept first
 * @throws RangeError without a ridge when columns depend on each other or part the outcomes completely: no finite answer exists
 * @source P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed. (1989), §4.4; S. le Cessie and J. C. van Houwelingen,
 *   "Ridge estimators in logistic regression", Applied Statistics 41 (1992)
 */
export function fitLogistic(design: Design, rows: ArrayLike<number>, ridge: number): Float64Array {
  let coefficients = new Float64Array(design.width);
  let loss = lossOf(design, rows, ridge, coefficients);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const { hessian, gradient } = curvature(design, rows, ridge, coefficients);
    const direction = solve(hessian, gradient, design.width);
    if (direction.every((each) => Math.abs(each) < SMALL_STEP)) return moved(coefficients, direction, 1);
    let next = moved(coefficients, direction, 1);
    let nextLoss = lossOf(design, rows, ridge, next);
    for (let halving = 1; nextLoss > loss * ROUNDING && halving <= MAX_HALVINGS; halving += 1) {
      next = moved(coefficients, direction, 0.5 ** halving);
      nextLoss = lossOf(design, rows, ridge, next);
    }
    [coefficients, loss] = [next, nextLoss];
  }
  throw new RangeError(NO_ANSWER);
}

const NO_ANSWER =
  'Some columns depend on each other or part the outcomes completely: without a ridge there is no answer.';

/** The row's log odds of the outcome. */
export function logOdds({ width, numbers }: Design, row: number, coefficients: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < width; j += 1) sum += numbers[row * width + j]! * coefficients[j]!;
  return sum;
}

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

function lossOf(design: Design, rows: ArrayLike<number>, ridge: number, coefficients: Float64Array): number {
  let loss = 0;
  for (let j = 1; j < design.width; j += 1) loss += (ridge / 2) * coefficients[j]! ** 2;
  for (let i = 0; i < rows.length; i += 1) {
    const odds = logOdds(design, rows[i]!, coefficients);
    // log(1 + e^odds) without overflow
    loss += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))) - odds * design.outcomes[rows[i]!]!;
  }
  return loss;
}

/** Hessian XᵀWX + ridge, its lower triangle, and gradient Xᵀ(y − p) − ridge · coefficients. */
export function curvature(design: Design, rows: ArrayLike<number>, ridge: number, coefficients: Float64Array) {
  const { width, numbers, outcomes } = design;
  const hessian = new Float64Array(width * width);
  const gradient = new Float64Array(width);
  const filled = new Uint32Array(width);
  for (let j = 1; j < width; j += 1) {
    hessian[j * width + j] = ridge;
    gradient[j] = -ridge * coefficients[j]!;
  }
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    const expected = probability(logOdds(design, row, coefficients));
    const weight = expected * (1 - expected);
    // Most columns are 0 in most rows: one level of many.
    let count = 0;
    for (let j = 0; j < width; j += 1) if (numbers[row * width + j] !== 0) filled[count++] = j;
    for (let a = 0; a < count; a += 1) {
      const j = filled[a]!;
      const number = numbers[row * width + j]!;
      gradient[j]! += number * (outcomes[row]! - expected);
      for (let b = 0; b <= a; b += 1)
        hessian[j * width + filled[b]!]! += weight * number * numbers[row * width + filled[b]!]!;
    }
  }
  return { hessian, gradient };
}

/** By Cholesky's method; only the lower triangle of `matrix` is read, and overwritten. */
export function solve(matrix: Float64Array, right: Float64Array, width: number): Float64Array {
  for (let j = 0; j < width; j += 1) {
    for (let i = j; i < width; i += 1) {
      let sum = matrix[i * width + j]!;
      for (let k = 0; k < j; k += 1) sum -= matrix[i * width + k]! * matrix[j * width + k]!;
      if (i > j) matrix[i * width + j] = sum / matrix[j * width + j]!;
      else if (sum > matrix[j * width + j]! * 1e-12) matrix[j * width + j] = Math.sqrt(sum);
      else throw new RangeError(NO_ANSWER);
    }
  }
  const solution = Float64Array.from(right);
  for (let i = 0; i < width; i += 1) {
    for (let k = 0; k < i; k += 1) solution[i]! -= matrix[i * width + k]! * solution[k]!;
    solution[i]! /= matrix[i * width + i]!;
  }
  for (let i = width - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < width; k += 1) solution[i]! -= matrix[k * width + i]! * solution[k]!;
    solution[i]! /= matrix[i * width + i]!;
  }
  return solution;
}

const moved = (from: Float64Array, direction: Float64Array, share: number): Float64Array<ArrayBuffer> =>
  from.map((each, j) => each + share * direction[j]!);

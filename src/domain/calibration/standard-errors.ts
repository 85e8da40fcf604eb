import { curvature, type Design, solve } from './logistic-regression.ts';

/**
 * Standard errors of fitted coefficients, the intercept first: roots of the diagonal of the inverse Hessian, the ridge in it.
 *
 * @source S. le Cessie and J. C. van Houwelingen, "Ridge estimators in logistic regression", Applied Statistics 41 (1992)
 */
export function standardErrors(design: Design, ridge: number, coefficients: Float64Array): Float64Array {
  const { hessian } = curvature(design, Uint32Array.from(design.outcomes.keys()), ridge, coefficients);
  return coefficients.map((_, place) => {
    const unit = new Float64Array(design.width);
    unit[place] = 1;
    // Solving overwrites the matrix.
    return Math.sqrt(solve(Float64Array.from(hessian), unit, design.width)[place] ?? 0);
  });
}

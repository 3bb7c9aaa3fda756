/**
 * How far raters agree: intraclass correlation, kappa, alpha, and whether a trainee may code alone.
 * Statistics, in double precision; scores are computed elsewhere, in exact decimals.
 */
@NullMarked
package dev.attune.instruments.agreement;

import org.jspecify.annotations.NullMarked;

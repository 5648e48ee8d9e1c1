/**
 * Simulated card transactions, a file a day, for trying things out without data of one's own.
 *
 * <p>{@link io.github.warmbatch.runner.simulate.Simulator} makes days, {@link
 * io.github.warmbatch.runner.simulate.DailyFiles} writes them. Written from the description of the
 * transaction data simulator in chapter 3 of <i>Reproducible Machine Learning for Credit Card Fraud
 * Detection: Practical Handbook</i> (Le Borgne, Siblini, Lebichot and Bontempi, Université Libre de
 * Bruxelles). Called by the commands {@code simulate} and {@code quickstart}; depends on nothing.
 */
@NullMarked
package io.github.warmbatch.runner.simulate;

import org.jspecify.annotations.NullMarked;

package io.github.warmbatch.evaluation;

/**
 * Where a figure would lie in most of the other samples of the same kind.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {}

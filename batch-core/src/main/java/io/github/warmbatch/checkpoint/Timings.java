package io.github.warmbatch.checkpoint;

/**
 * Where the time of one job went, in milliseconds.
 *
 * @param read reading the data set
 * @param score scoring, before and after training
 * @param train training
 */
public record Timings(double read, double score, double train) {}

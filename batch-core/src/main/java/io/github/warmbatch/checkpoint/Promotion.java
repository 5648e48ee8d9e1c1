package io.github.warmbatch.checkpoint;

import java.time.Instant;

/**
 * A checkpoint became the champion.
 *
 * @param sequence of the promotion, from 1 up
 * @param number the checkpoint
 * @param reason why, for people
 * @param at when, by the writer's clock
 */
public record Promotion(long sequence, long number, String reason, Instant at) {}

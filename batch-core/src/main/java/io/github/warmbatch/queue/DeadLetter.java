package io.github.warmbatch.queue;

import java.time.Instant;

/**
 * A job that was given up.
 *
 * @param job the job with its attempts
 * @param reason why, the last of its reasons
 * @param buriedAt when, by the queue's clock
 */
public record DeadLetter(Job job, String reason, Instant buriedAt) {}

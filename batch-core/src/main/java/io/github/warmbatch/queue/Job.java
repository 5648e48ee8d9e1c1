package io.github.warmbatch.queue;

/**
 * One entry of a queue that has been claimed at least once.
 *
 * @param id given at the first claim, random, the same at every later delivery of this entry for as
 *     long as the queue remembers it
 * @param payload the entry's bytes
 * @param attempts what became of it so far
 */
public record Job(String id, Payload payload, Attempts attempts) {}

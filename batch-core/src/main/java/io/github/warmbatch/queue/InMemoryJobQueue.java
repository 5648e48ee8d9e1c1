package io.github.warmbatch.queue;

/** A queue in this process's memory. */
public final class InMemoryJobQueue {
  private InMemoryJobQueue() {}
}

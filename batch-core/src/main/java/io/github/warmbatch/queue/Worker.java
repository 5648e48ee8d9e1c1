package io.github.warmbatch.queue;

/**
 * One process under a worker's identity.
 *
 * @param id the identity
 * @param session greater for a process that was started later
 */
record Worker(String id, long session) {
  boolean isYoungerThan(Worker other) {
    return id.equals(other.id) && session > other.session;
  }
}

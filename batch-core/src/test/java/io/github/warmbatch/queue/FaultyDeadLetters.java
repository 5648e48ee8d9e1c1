package io.github.warmbatch.queue;

import java.util.List;

/** Dead letters at whose calls the faults of a script strike. */
final class FaultyDeadLetters implements DeadLetters {
  private final DeadLetters letters;
  private final Faults faults;

  FaultyDeadLetters(DeadLetters letters, Faults faults) {
    this.letters = letters;
    this.faults = faults;
  }

  @Override
  public List<DeadLetter> list(int limit) {
    return Delivery.answered(faults.next(QueueCall.LIST_DEAD_LETTERS), () -> letters.list(limit));
  }

  @Override
  public boolean requeue(String jobId, Position position) {
    return Delivery.answered(
        faults.next(QueueCall.REQUEUE_DEAD_LETTER), () -> letters.requeue(jobId, position));
  }

  @Override
  public boolean drop(String jobId) {
    return Delivery.answered(faults.next(QueueCall.DROP_DEAD_LETTER), () -> letters.drop(jobId));
  }
}

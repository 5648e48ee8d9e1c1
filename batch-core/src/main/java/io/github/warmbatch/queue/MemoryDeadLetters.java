package io.github.warmbatch.queue;

import java.util.List;
import java.util.Optional;

/** The dead letters of a queue in memory, seen through one connection. */
final class MemoryDeadLetters implements DeadLetters {
  private final InMemoryJobQueue connection;
  private final SharedQueue shared;

  MemoryDeadLetters(InMemoryJobQueue connection, SharedQueue shared) {
    this.connection = connection;
    this.shared = shared;
  }

  @Override
  public List<DeadLetter> list(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "Cannot list " + limit + " dead letters; ask for one or more");
    }
    return shared.read(
        contents -> {
          connection.requireOpen();
          return contents.oldestDeadLetters(limit);
        });
  }

  @Override
  public boolean requeue(String jobId, Position position) {
    return shared.change(
        contents -> {
          connection.requireOpen();
          Optional<DeadLetter> letter = contents.takeDeadLetter(jobId);
          letter.ifPresent(found -> contents.push(found.job().payload(), position));
          return letter.isPresent();
        });
  }

  @Override
  public boolean drop(String jobId) {
    return shared.change(
        contents -> {
          connection.requireOpen();
          return contents.takeDeadLetter(jobId).isPresent();
        });
  }
}

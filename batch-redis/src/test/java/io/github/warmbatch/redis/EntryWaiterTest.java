package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.queue.Background;
import io.github.warmbatch.queue.QueueBench;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class EntryWaiterTest {
  private final Queue<CompletableFuture<byte[]>> commands = new ConcurrentLinkedQueue<>();
  private final EntryWaiter waiter = new EntryWaiter(this::command);

  @Test
  void aWatchThatAnotherThreadGaveUpSendsTheOthersToAskAgain() throws Exception {
    Background<Boolean> other = waiting();
    CompletableFuture<byte[]> shared = commands.element();
    waiter.forget(shared);
    assertThat(other.result()).isTrue();
    assertThat(shared).isCancelled();
  }

  @Test
  void afterAWatchWasGivenUpTheNextIsWatchedAfresh() throws Exception {
    Background<Boolean> first = waiting();
    waiter.forget(commands.remove());
    first.result();
    Background<Boolean> second = waiting();
    commands.element().complete(new byte[0]);
    assertThat(second.result()).isTrue();
  }

  @Test
  void closingSendsAllThatWaitToAskAgain() throws Exception {
    Background<Boolean> one = waiting();
    Background<Boolean> other = waiting();
    waiter.close();
    assertThat(one.result()).isTrue();
    assertThat(other.result()).isTrue();
    assertThat(commands).hasSize(1);
  }

  private CompletableFuture<byte[]> command() {
    CompletableFuture<byte[]> command = new CompletableFuture<>();
    commands.add(command);
    return command;
  }

  private Background<Boolean> waiting() throws Exception {
    Background<Boolean> background =
        Background.start(
            () -> {
              waiter.awaitEntry(QueueBench.LONG);
              return true;
            });
    background.awaitWaiting();
    return background;
  }
}

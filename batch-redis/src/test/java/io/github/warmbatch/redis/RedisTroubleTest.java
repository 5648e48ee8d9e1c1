package io.github.warmbatch.redis;

import static io.github.warmbatch.queue.Claims.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import io.github.warmbatch.queue.QueueStats;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a user reads when Redis refuses, and what goes on working then. */
class RedisTroubleTest extends RedisTest {

  @AfterEach
  void bringBackToOrder() {
    redis.command("REPLICAOF NO ONE");
    redis.command("CONFIG SET maxmemory 0");
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    int port = RedisProcess.freePort();
    assertThatThrownBy(() -> connect("redis://:secret-word@127.0.0.1:" + port))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("127.0.0.1:" + port)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("Connection refused")
        .hasMessageNotContaining("secret-word");
  }

  @Test
  void anotherTypeAtTheKeyIsNamed() {
    redis.command("SET datasets text");
    assertThatThrownBy(() -> worker("a"))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("'datasets' has to be a list")
        .hasMessageContaining("redis-cli TYPE datasets");
  }

  @Test
  void anotherTypeAtASideKeyIsNamed() {
    redis.push(NAME, "one");
    redis.command("SET {datasets}:begun text");
    RedissonJobQueue queue = worker("a");
    assertThatThrownBy(() -> queue.claim(Duration.ZERO))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("nothing else may write to the keys '{datasets}:*'");
  }

  @Test
  void rubbishInASideKeyIsExplained() {
    redis.push(NAME, "one");
    redis.command("HSET {datasets}:begun id rubbish");
    RedissonJobQueue queue = worker("a");
    assertThatThrownBy(() -> queue.claim(Duration.ZERO))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("A script of the queue 'datasets' failed")
        .hasMessageContaining("delete those: that loses no job");
  }

  @Test
  void aReadOnlyReplicaIsExplained() {
    redis.push(NAME, "one");
    RedissonJobQueue queue = worker("a");
    redis.command("REPLICAOF 127.0.0.1 1");
    assertThatThrownBy(() -> queue.claim(Duration.ZERO))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("read-only replica");
  }

  @Test
  void aFullMemoryIsExplained() {
    RedissonJobQueue queue = worker("a");
    redis.command("CONFIG SET maxmemory 1");
    assertThatThrownBy(() -> queue.submit(List.of(Payload.of("one"))))
        .isInstanceOf(QueueException.class)
        .hasMessageContaining("out of memory")
        .hasMessageContaining("maxmemory");
  }

  @Test
  void aQueueIsWorkedOffWhileTheMemoryIsFull() throws Exception {
    redis.push(NAME, "one", "two", "three");
    RedissonJobQueue queue = worker("a");
    redis.command("CONFIG SET maxmemory 1");
    granted(queue).fail("broken", Duration.ZERO);
    var lease = granted(queue);
    lease.renew();
    lease.complete();
    granted(queue).release();
    granted(queue).bury("no use");
    granted(queue).complete();
    assertThat(queue.stats()).isEqualTo(new QueueStats(0, 0, 1, 2));
  }

  @Test
  void aDatabaseThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> connect(redis.uri() + "/99"))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("has no database of that number");
  }

  @Test
  void anEntryThatReadsLikeAnErrorIsNotTakenForOne() {
    RedissonJobQueue queue = worker("a");
    redis.command("CONFIG SET maxmemory 1");
    assertThatThrownBy(() -> queue.submit(List.of(Payload.of("NOAUTH WRONGTYPE"))))
        .hasMessageContaining("out of memory");
  }

  static RedissonJobQueue connect(String address) {
    return RedissonJobQueue.connect(URI.create(address), NAME);
  }
}

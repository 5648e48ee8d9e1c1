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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("Something else wrote to the keys beside the queue 'datasets'")
        .hasMessageContaining("--pattern \"{datasets}:*\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HSET {datasets}:begun id rubbish",
        "HSET {datasets}:workers a rubbish",
        "HSET {datasets}:counters fence rubbish",
        "HSET {datasets}:counters completed rubbish",
        "HSET {datasets}:dead id rubbish",
        "HSET {datasets}:dead id \u0081\u0001",
      })
  void rubbishInAnySideKeyIsALastingRefusal(String command) {
    redis.push(NAME, "one");
    RedissonJobQueue queue = worker("a");
    redis.command(command);
    assertThatThrownBy(
            () -> {
              queue.deadLetters().list(10);
              queue.stats();
              granted(queue).complete();
            })
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("Something else wrote to the keys beside the queue 'datasets'");
  }

  @Test
  void anAnswerThatNoScriptGivesIsALastingRefusal() {
    ScriptReply reply =
        new ScriptReply(List.of(new byte[] {'x'}), new RedisFailures("here", NAME)::malformed);
    assertThatThrownBy(() -> reply.number(0)).isInstanceOf(QueueRefusedException.class);
    assertThatThrownBy(() -> reply.count(0)).isInstanceOf(QueueRefusedException.class);
    assertThatThrownBy(() -> reply.text(1))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("its answer is malformed");
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

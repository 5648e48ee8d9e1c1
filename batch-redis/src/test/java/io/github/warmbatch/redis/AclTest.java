package io.github.warmbatch.redis;

import static io.github.warmbatch.queue.Claims.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.RunSummary;
import io.github.warmbatch.queue.Background;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.DeadLetters.Position;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueRefusedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user with the rights that the documentation names, and with one fewer. */
class AclTest {
  private static final Path DOCUMENTATION = Path.of("..", "docs", "redis.md");

  @TempDir private static Path directory;
  private static RedisProcess redis;

  @TempDir private Path files;

  @BeforeAll
  static void start() throws Exception {
    redis = RedisProcess.server(directory, RedisProcess.freePort());
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @BeforeEach
  void permitWhatIsDocumented() throws Exception {
    redis.command("FLUSHALL");
    redis.command("ACL DELUSER warmbatch");
    assertThat(redis.command(documented())).isEqualTo("OK");
  }

  @Test
  void theDocumentedRightsSufficeForARun() {
    WorkerOverRedis workers = new WorkerOverRedis(files, uri());
    redis.command(
        "RPUSH datasets " + String.join(" ", workers.day(1), workers.badDay(2), workers.day(3)));

    RunSummary run = workers.work();

    assertThat(run.deadLetters()).isEqualTo(1);
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/3.csv");
  }

  @Test
  void theDocumentedRightsSufficeForEverythingElse() throws Exception {
    useEverything();
    assertThat(redis.command("LLEN datasets")).isEqualTo("0");
  }

  @Test
  void eachOfTheDocumentedRightsIsNeeded() throws Exception {
    List<String> spared = new ArrayList<>();
    for (String right : rights()) {
      redis.command("FLUSHALL");
      redis.command("SCRIPT FLUSH");
      redis.command("ACL DELUSER warmbatch");
      String fewer = (documented() + " ").replace(" " + right + " ", " ");
      assertThat(redis.command(fewer)).as(right).isEqualTo("OK");
      try {
        useEverything();
        spared.add(right);
      } catch (QueueRefusedException e) {
        assertThat(e)
            .hasMessageContaining("does not permit this user")
            .hasMessageNotContaining("PASSWORD");
      }
    }
    // Without it a worker that waits asks every second, instead of being woken.
    assertThat(spared).containsExactly("+blmove");
  }

  @Test
  void anotherQueueIsNotPermitted() {
    assertThatThrownBy(() -> RedissonJobQueue.connect(uri(), "others"))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("does not permit this user what the queue 'others' needs");
  }

  private static void useEverything() throws Exception {
    try (RedissonJobQueue queue = RedissonJobQueue.connect(uri(), "datasets")) {
      Background<Claim> claim = Background.start(() -> queue.claim(Duration.ofSeconds(10)));
      queue.submit(List.of(Payload.of("one")));
      Lease lease = granted(claim.result());
      lease.renew();
      lease.fail("broken", Duration.ZERO);
      granted(queue).release();
      granted(queue).bury("no use");
      String job = queue.deadLetters().list(10).get(0).job().id();
      assertThat(queue.deadLetters().requeue(job, Position.FRONT)).isTrue();
      granted(queue).bury("no use");
      job = queue.deadLetters().list(10).get(0).job().id();
      assertThat(queue.deadLetters().requeue(job, Position.BACK)).isTrue();
      granted(queue).bury("no use");
      assertThat(queue.deadLetters().drop(queue.deadLetters().list(10).get(0).job().id())).isTrue();
      queue.submit(List.of(Payload.of("two")));
      granted(queue).complete();
      assertThat(queue.stats().isDrained()).isTrue();
    }
  }

  private static URI uri() {
    return URI.create("redis://warmbatch:PASSWORD@127.0.0.1:" + redis.port());
  }

  static String documented() throws IOException {
    return Files.readString(DOCUMENTATION)
        .lines()
        .filter(line -> line.startsWith("ACL SETUSER"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> rights() throws IOException {
    return Arrays.stream(documented().split(" ")).filter(word -> word.startsWith("+")).toList();
  }
}

package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.RunSummary;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Payload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a worker goes to Redis, counted there. */
class RoundTripsTest extends RedisTest {
  private static final int JOBS = 40;
  private static final String CALL = "EVALSHA";

  @TempDir private Path directory;
  private Wiretap wire;

  @BeforeEach
  void listen() throws Exception {
    wire = Wiretap.on(redis);
  }

  @AfterEach
  void hangUp() throws Exception {
    wire.close();
  }

  @Test
  void completingAJobAndClaimingTheNextIsOneRoundTrip() throws Exception {
    JobQueue queue = worker("a");
    submit(queue, 2);
    finish(queue, queue.claim(Duration.ZERO)); // the server knows the scripts from here on
    submit(queue, JOBS);
    Claim first = queue.claim(Duration.ZERO);
    List<String> before = wire.sent();

    int done = finish(queue, first);

    assertThat(before).contains(CALL);
    assertThat(done).isEqualTo(JOBS);
    assertThat(wire.sent()).isEqualTo(Collections.nCopies(JOBS, CALL));
  }

  @Test
  void roundTripsOfAWorkerAreOneMoreForEachJobMore() throws Exception {
    int unused = tripsOfAWorkerOn(1); // the server knows the scripts from here on
    int few = tripsOfAWorkerOn(5);
    int more = tripsOfAWorkerOn(5 + JOBS);

    assertThat(more).isEqualTo(few + JOBS);
  }

  private int tripsOfAWorkerOn(int jobs) throws Exception {
    WorkerOverRedis worker = new WorkerOverRedis(directory.resolve(jobs + " jobs"), redis.uri());
    redis.flush();
    for (int day = 1; day <= jobs; day++) {
      redis.push(NAME, worker.day(day));
    }
    List<String> pushes = wire.sent();
    RunSummary run = worker.work();
    assertThat(pushes).isNotEmpty();
    assertThat(run.absorbed()).isEqualTo(jobs);
    return Collections.frequency(wire.sent(), CALL);
  }

  /** Completes one job after the other; answers how many. */
  private static int finish(JobQueue queue, Claim first) throws InterruptedException {
    int done = 0;
    Claim claim = first;
    while (claim instanceof Claim.Granted granted) {
      Lease lease = granted.lease();
      claim = queue.completeAndClaim(lease);
      done++;
    }
    assertThat(claim).isInstanceOf(Claim.Drained.class);
    return done;
  }

  private static void submit(JobQueue queue, int count) {
    queue.submit(IntStream.range(0, count).mapToObj(i -> Payload.of("job-" + i)).toList());
  }
}

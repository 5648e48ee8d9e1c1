package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Order;
import io.github.warmbatch.queue.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that push to a queue or look at it. */
final class QueueCommandsTest {
  @TempDir Path root;
  private CommandRun run = new CommandRun(Path.of("/"));

  @BeforeEach
  void makeFiles() throws IOException {
    for (String file : List.of("d/2.csv", "d/10.csv", "d/1.csv")) {
      Files.createDirectories(root.resolve("d"));
      Files.writeString(root.resolve(file), "x");
    }
    run = new CommandRun(root);
  }

  private List<String> queued() throws InterruptedException {
    List<String> payloads = new ArrayList<>();
    for (Claim claim = next(); claim instanceof Claim.Granted granted; claim = next()) {
      payloads.add(granted.lease().job().payload().text());
      granted.lease().complete();
    }
    return payloads;
  }

  private Claim next() throws InterruptedException {
    return run.queue().claim(Duration.ZERO);
  }

  private String bury(String payload) throws InterruptedException {
    run.queue().submit(List.of(Payload.of(payload)));
    Lease lease = ((Claim.Granted) next()).lease();
    lease.bury("cannot be read");
    return lease.job().id();
  }

  @Test
  void enqueuePushesInNaturalOrder() throws InterruptedException {
    CommandRun.Result result = run.line("enqueue d/*.csv");

    assertThat(result.code()).isZero();
    assertThat(result.lines())
        .containsExactly(
            "Pushed d/1.csv",
            "Pushed d/2.csv",
            "Pushed d/10.csv",
            "Pushed 3 entries; datasets holds 3");
    assertThat(queued()).containsExactly("d/1.csv", "d/2.csv", "d/10.csv");
  }

  @Test
  void enqueueKeepsTheOrderThatIsGiven() throws InterruptedException {
    run.line("enqueue d/10.csv d/1.csv");

    assertThat(queued()).containsExactly("d/10.csv", "d/1.csv");
  }

  @Test
  void enqueueFromADirectoryAnswersPrograms() throws InterruptedException {
    CommandRun.Result result = run.line("enqueue --from d --json");

    assertThat(result.out().replaceAll("\\s", ""))
        .isEqualTo(
            "{\"queue\":\"datasets\",\"dryRun\":false,\"pushed\":[{\"path\":\"d/1.csv\"},"
                + "{\"path\":\"d/2.csv\"},{\"path\":\"d/10.csv\"}],\"queued\":3}");
    assertThat(queued()).hasSize(3);
  }

  @Test
  void enqueueAgainPushesARepeatOfItsOwn() throws InterruptedException {
    run.line("enqueue --again d/1.csv");
    run.line("enqueue --again d/1.csv");

    List<String> payloads = queued();
    assertThat(payloads)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("\\{\"path\":\"d/1.csv\",\"again\":\"[0-9a-f-]{36}\"}"));
  }

  @Test
  void aDryRunPushesNothing() throws InterruptedException {
    CommandRun.Result result = run.line("enqueue --dry-run d/1.csv");

    assertThat(result.lines()).containsExactly("Would push d/1.csv", "Would push 1 entry");
    assertThat(queued()).isEmpty();
  }

  @Test
  void nothingIsPushedWhenOneNameIsWrong() throws InterruptedException {
    CommandRun.Result result = run.line("enqueue d/1.csv d/3.csv");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("d/3.csv", "--force");
    assertThat(queued()).isEmpty();
  }

  @Test
  void forcePushesWhatIsNotThere() throws InterruptedException {
    assertThat(run.line("enqueue --force d/3.csv").code()).isZero();
    assertThat(queued()).containsExactly("d/3.csv");
  }

  @Test
  void aReasonCannotForgeALine() throws InterruptedException {
    run.queue().submit(List.of(Payload.of("d/bad.csv\nx")));
    ((Claim.Granted) next()).lease().bury("no\nPushed d/1.csv");

    assertThat(run.line("dead-letters list").lines())
        .hasSize(2)
        .allMatch(line -> !line.startsWith("Pushed"));
  }

  @Test
  void aLongListIsPushedInOrder() throws InterruptedException, IOException {
    for (int i = 1; i <= 1100; i++) {
      Files.writeString(root.resolve("d/%d.csv".formatted(i)), "x");
    }

    assertThat(run.line("enqueue d/*.csv").lines())
        .endsWith("Pushed 1100 entries; datasets holds 1100");
    assertThat(queued()).hasSize(1100).startsWith("d/1.csv", "d/2.csv").endsWith("d/1100.csv");
  }

  @Test
  void statusShowsTheQueueBeforeThereIsALineage() throws InterruptedException {
    bury("d/bad.csv");
    run.line("enqueue d/1.csv d/2.csv");
    assertThat(next()).isInstanceOf(Claim.Granted.class);

    CommandRun.Result result = run.line("status --json");

    assertThat(result.code()).isZero();
    assertThat(result.out().replaceAll("\\s", ""))
        .startsWith(
            "{\"queued\":2,\"owed\":0,\"inFlight\":1,\"deadLetters\":1,\"completed\":0,\"head\":0,"
                + "\"champion\":null");
    assertThat(run.line("status").lines())
        .contains("queue datasets       2 queued, 1 in flight", "dead letters         1");
  }

  @Test
  void deadLettersAreListedWithTheirReason() throws InterruptedException {
    String id = bury("d/bad.csv");

    assertThat(run.line("dead-letters list").out()).contains(id, "d/bad.csv", "cannot be read");
    assertThat(run.line("dead-letters list --json").out())
        .contains(
            "\"jobId\" : \"" + id + "\"",
            "\"payload\" : \"d/bad.csv\"",
            "\"reason\" : \"cannot be read\"",
            "\"failures\" : 1");
  }

  @Test
  void deadLettersAreRequeuedToTheFrontInTheirOldOrder() throws InterruptedException {
    bury("a");
    bury("b");
    run.line("enqueue d/1.csv");

    assertThat(run.line("dead-letters requeue --all --to front").code()).isZero();

    assertThat(queued()).containsExactly("a", "b", "d/1.csv");
    assertThat(run.line("dead-letters list").lines()).containsExactly("No dead letters");
  }

  @Test
  void deadLettersAreRequeuedToTheEndThatTheWorkersTakeFrom() throws InterruptedException {
    bury("a");

    run.line("dead-letters requeue --all --to front --order lifo");

    assertThat(run.order()).isEqualTo(Order.LIFO);
    assertThat(queued()).containsExactly("a");
  }

  @Test
  void oneDeadLetterIsDropped() throws InterruptedException {
    String first = bury("a");
    String second = bury("b");

    CommandRun.Result result = run.run("dead-letters", "drop", first);

    assertThat(result.lines()).containsExactly("dropped " + first, "1 dropped");
    assertThat(run.line("dead-letters list").out()).contains(second).doesNotContain(first);
  }

  @Test
  void whatIsRefusedShowsNoPassword() {
    assertThat(run.line("dead-letters drop redis://a:sesame@host").err())
        .contains("there is no dead letter redis://***@host");
  }

  @Test
  void aNameThatNoWorkerReadsIsNotPushed() throws IOException, InterruptedException {
    Files.writeString(root.resolve("d/new\nline.csv"), "x");

    for (String[] line :
        List.of(
            new String[] {"enqueue", "d/*.csv"},
            new String[] {"enqueue", "--from", "d"},
            new String[] {"enqueue", "--force", "no\u0007where.csv"})) {
      CommandRun.Result result = run.run(line);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("control characters: rename the file");
    }

    assertThat(queued()).isEmpty();
  }

  @Test
  void aWorkerWithoutANameIsRefused() {
    CommandRun.Result result = run.run("worker", "--label", "y", "--worker-id", " ");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--worker-id is empty");
  }

  @Test
  void anUnknownDeadLetterIsNamed() {
    CommandRun.Result result = run.line("dead-letters drop nobody");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("nobody");
  }

  @Test
  void allDeadLettersAreMeantOnlyWhenSaid() {
    assertThat(run.line("dead-letters drop").code()).isEqualTo(2);
    assertThat(run.line("dead-letters drop --all x").code()).isEqualTo(2);
  }
}

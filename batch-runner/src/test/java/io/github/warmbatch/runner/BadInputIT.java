package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.runner.RunnerProcess.Finished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user sees of bad input, end to end: one clear line, a dead letter, the rest worked off.
 */
class BadInputIT {
  private static final String HEADER = "TX_DATETIME,AMOUNT,TX_FRAUD_SCENARIO\n";

  @TempDir private Path root;

  @Test
  void eachBadDataSetBecomesADeadLetterThatSaysWhy() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("d/none.csv", "no such file");
    reasons.put(write("d/empty.pkl", ""), "empty");
    reasons.put(write("d/system.pkl", "\u0080\u0002cos\nsystem\n(S'true'\ntR."), "os.system");
    reasons.put(
        write("d/missing.csv", "TX_DATETIME,TX_FRAUD_SCENARIO\n2018-04-01,0\n"), "'AMOUNT'");
    reasons.put(write("d/label.csv", HEADER + "2018-04-01,5,banana\n"), "banana");
    reasons.put(write("d/text.csv", HEADER + "2018-04-01,much,0\n"), "'much'");
    reasons.put(write("d/infinite.csv", HEADER + "2018-04-01,inf,0\n"), "Infinity");
    reasons.put("../../etc/passwd", "leaves the data root");
    reasons.put("/etc/passwd", "absolute");
    Files.createSymbolicLink(root.resolve("d/link.csv"), Path.of("/etc/passwd"));
    reasons.put("d/link.csv", "symbolic link");
    reasons.put(write("d/strange.xyz", "x"), "xyz");
    List<String> entries = new ArrayList<>(reasons.keySet());
    entries.add(0, write("d/good.csv", HEADER + "2018-04-01,5,0\n2018-04-01,6,1\n"));
    entries.add(write("d/last.csv", HEADER + "2018-04-02,7,0\n2018-04-02,8,1\n"));

    try (EmbeddedRedis server = EmbeddedRedis.start()) {
      String uri = server.uri();
      new RedisCommands(uri).send("RPUSH datasets " + String.join(" ", entries));

      Finished worker = work(uri);

      assertThat(worker.exitCode()).as(worker.errors()).isEqualTo(3);
      assertThat(worker.errors()).doesNotContain("\tat ");
      Finished letters = RunnerProcess.run(root, "dead-letters", "list", "--redis", uri);
      assertThat(letters.lines()).hasSize(2 * reasons.size());
      reasons.forEach((path, reason) -> assertThat(letters.output()).contains(path, reason));
      assertThat(RunnerProcess.run(root, "status", "--redis", uri, "--json").output())
          .contains("\"queued\" : 0", "\"deadLetters\" : " + reasons.size(), "\"completed\" : 2");
    }
  }

  @Test
  void columnThatGivesTheLabelAwayEndsTheRunUnlessItIsAllowed() throws IOException {
    StringBuilder rows = new StringBuilder("NUMBER,AMOUNT,FLAG,TX_FRAUD_SCENARIO\n");
    for (int row = 0; row < 1_000; row++) {
      int label = row % 7 == 0 ? 1 : 0;
      rows.append("%d,%d.5,%d,%d\n".formatted(7_000 + row, row % 13, label, label));
    }
    String path = write("d/leak.csv", rows.toString());
    try (EmbeddedRedis server = EmbeddedRedis.start()) {
      RedisCommands redis = new RedisCommands(server.uri());
      redis.send("RPUSH datasets " + path);

      Finished stopped = work(server.uri());
      Finished allowed = work(server.uri(), "--allow-leak", "FLAG");

      assertThat(stopped.exitCode()).isEqualTo(2);
      assertThat(stopped.errors())
          .contains("FLAG", "--ignore", "--allow-leak")
          .doesNotContain("\tat ");
      assertThat(allowed.exitCode()).as(allowed.errors()).isZero();
      assertThat(allowed.errors()).contains("NUMBER");
      assertThat(Files.readString(root.resolve("output/report.txt")))
          .contains("Left out as identifiers", "NUMBER");
      assertThat(RunnerProcess.run(root, "checkpoints", "show", "1", "--json").output())
          .contains("\"identifiers\" : [ \"NUMBER\" ]");
    }
  }

  @Test
  void redisThatIsNotThereIsNamed() {
    Finished worker = work("redis://127.0.0.1:1");

    assertThat(worker.exitCode()).isEqualTo(75);
    assertThat(worker.errors()).contains("127.0.0.1:1").doesNotContain("\tat ");
  }

  @Test
  void redisThatAsksForAPasswordIsAMatterOfConfiguration() throws IOException {
    try (EmbeddedRedis server = EmbeddedRedis.start()) {
      new RedisCommands(server.uri()).send("CONFIG SET requirepass sesame");

      Finished without = work(server.uri());
      Finished wrong = work(server.uri().replace("//", "//:swordfish@"));

      assertThat(without.exitCode()).isEqualTo(2);
      assertThat(without.errors()).contains("password").doesNotContain("\tat ");
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.errors()).contains("password").doesNotContain("swordfish", "\tat ");
    }
  }

  @Test
  void wrongOptionIsAnsweredByAHintAndExitCodeTwo() {
    Finished worker = RunnerProcess.run(root, "worker", "--reddis", "x");

    assertThat(worker.exitCode()).isEqualTo(2);
    assertThat(worker.errors()).contains("--reddis", "--redis", "--help").doesNotContain("\tat ");
    assertThat(worker.lines()).isEmpty();
  }

  private Finished work(String uri, String... more) {
    List<String> arguments = new ArrayList<>(List.of("worker", "--redis", uri));
    arguments.addAll(List.of("--data-root", root.toString(), "--label", "TX_FRAUD_SCENARIO"));
    arguments.addAll(List.of("--classes", "0,1", "--max-attempts", "1"));
    arguments.addAll(List.of(more));
    return RunnerProcess.run(root, arguments.toArray(String[]::new));
  }

  private String write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    return path;
  }
}

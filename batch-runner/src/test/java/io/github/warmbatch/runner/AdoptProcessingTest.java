package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that begins with what one of the older scheme left in its own list. */
final class AdoptProcessingTest {
  @TempDir Path root;

  @Test
  void whatTheOlderWorkerTookFirstIsLearnedFirst() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start()) {
      RedisCommands commands = new RedisCommands(redis.uri());
      for (int day = 3; day >= 1; day--) {
        Files.writeString(root.resolve(day + ".csv"), "amount,label\n%d,0\n5,1\n".formatted(day));
        commands.send("RPUSH datasets " + day + ".csv");
      }
      commands.send("RPOPLPUSH datasets datasets:processing");
      commands.send("RPOPLPUSH datasets datasets:processing");

      String out = work(redis, "--adopt-processing");

      assertThat(out)
          .containsSubsequence(
              "Processing dataset: 1.csv",
              "Processing dataset: 2.csv",
              "Processing dataset: 3.csv");
      assertThat(commands.send("EXISTS datasets datasets:processing")).isEqualTo(":0");
    }
  }

  @Test
  void unaskedItLeavesTheOlderListAlone() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start()) {
      RedisCommands commands = new RedisCommands(redis.uri());
      commands.send("RPUSH datasets:processing 1.csv");

      assertThat(work(redis)).doesNotContain("1.csv");

      assertThat(commands.send("LLEN datasets:processing")).isEqualTo(":1");
    }
  }

  private String work(EmbeddedRedis redis, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Console console =
        new Console(
            out,
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            Map.of(),
            root,
            false);
    String[] arguments = {"worker", "--redis", redis.uri(), "--data-root", ".", "--label", "label"};
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    assertThat(CommandTree.of(console, SignalHook.none()).execute(all)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}

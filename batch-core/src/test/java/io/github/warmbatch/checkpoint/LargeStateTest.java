package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state many times larger than the memory is written, verified and read. */
class LargeStateTest {
  @TempDir Path directory;

  @Test
  void aStateLargerThanTheMemoryIsWrittenVerifiedAndRead() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx24m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            LargeState.class.getName(),
            directory.toString());
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(child.waitFor()).as(output).isZero();
    assertThat(output).contains("read 1073741824");
    try (var files = Files.list(directory.resolve("lineage"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".state"))).hasSize(1);
    }
  }
}

package io.github.warmbatch.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A process that reads a state, learns on, and prints what it then predicts. */
final class OtherProcess {
  private OtherProcess() {}

  /** What a process with our class path makes of a saved state. */
  static List<Long> goOn(Class<?> test, byte[] saved, Path directory) throws Exception {
    Path state = Files.write(directory.resolve("state"), saved);
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                test.getName(),
                state.toString(),
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(err.toFile())
            .start();
    assertThat(process.waitFor()).as(() -> text(err)).isZero();
    return text(out).lines().map(Long::valueOf).toList();
  }

  /** What a run predicts after it learned the batches that the other process learns. */
  static List<Long> rest(TrainerRun<?> run) {
    return run.learn(SampleRows.of(150, 50).batch()).bits(SampleRows.of(100, 99));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The other process: the test's class, the state's file, the file for the answer. */
  public static void main(String[] args) throws Exception {
    Constructor<?> constructor = Class.forName(args[0]).getDeclaredConstructor();
    constructor.setAccessible(true);
    TrainerUnderTest test = (TrainerUnderTest) constructor.newInstance();
    TrainerRun<?> run = TrainerRun.resume(test, Files.readAllBytes(Path.of(args[1])));
    Files.writeString(
        Path.of(args[2]),
        rest(run).stream().map(String::valueOf).collect(Collectors.joining("\n")),
        StandardCharsets.UTF_8);
  }
}

package io.github.warmbatch.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How tests start a Java program: with what makes it small and quick to start. */
final class JavaCommand {
  private JavaCommand() {}

  /** The command of a JVM, to which these arguments are given. */
  static List<String> of(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The packed jar. */
  static Path runnerJar() {
    Path jar = Path.of(System.getProperty("warmbatch.jar", "target/batch-runner.jar"));
    if (!Files.exists(jar)) {
      throw new AssertionError(jar + " is not there: run the tests by mvnw verify");
    }
    return jar.toAbsolutePath();
  }
}

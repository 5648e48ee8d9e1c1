package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.runner.RunnerProcess.Finished;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar and its launcher, whatever the command. */
final class CommandLineIT {
  private static final Path LAUNCHER = Path.of("..", "warmbatch").toAbsolutePath().normalize();
  private static final Path SHELL = Path.of("/bin/sh");

  @TempDir Path directory;

  @Test
  void theVersionIsThatOfTheJar() {
    Finished version = RunnerProcess.run(directory, "--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.output()).matches("warmbatch \\d+\\.\\d+\\.\\d+\\S* \\(Java .*\\)");
    assertThat(version.errors()).isEmpty();
  }

  @Test
  void helpGoesToStandardOutput() {
    Finished help = RunnerProcess.run(directory, "worker", "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.output()).contains("--data-root", "WARMBATCH_DATA_ROOT", "Exit codes:");
    assertThat(help.errors()).isEmpty();
  }

  @Test
  void withoutACommandTheHelpIsShownAsAnError() {
    Finished nothing = RunnerProcess.run(directory);

    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.output()).isEmpty();
    assertThat(nothing.errors()).contains("quickstart", "Try 'warmbatch --help'.");
  }

  @Test
  void theLogIsOnStandardErrorInUniversalTime() throws IOException {
    try (EmbeddedRedis server = EmbeddedRedis.start()) {
      new RedisCommands(server.uri()).send("RPUSH datasets none.csv");
      Map<String, String> environment =
          Map.of(
              "WARMBATCH_REDIS", server.uri(),
              "WARMBATCH_LABEL", "y",
              "WARMBATCH_MAX_ATTEMPTS", "1",
              "TZ", "Asia/Tokyo");

      Finished worker = RunnerProcess.start(directory, environment, "worker").finish();

      assertThat(worker.exitCode()).isEqualTo(3);
      assertThat(worker.errors().lines())
          .isNotEmpty()
          .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z .*"));
    }
  }

  @Test
  void everyPartsLicenceIsInTheJar() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("warmbatch.jar"))) {
      assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
      assertThat(text(jar, "META-INF/NOTICE")).contains("Warmbatch", "Weka");
      assertThat(text(jar, "META-INF/licenses/weka-GPL-3.0.txt"))
          .contains("GNU GENERAL PUBLIC LICENSE", "Version 3");
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
  void theLauncherRunsFromAnywhereAndKeepsTheWorkingDirectory() throws Exception {
    Path elsewhere = Files.createDirectories(directory.resolve("a b"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("wb"), LAUNCHER);
    Files.writeString(elsewhere.resolve("day one.csv"), "x");

    Process process = launch(elsewhere, link.toString(), "enqueue", "--dry-run", "day one.csv");

    String out = text(process.getInputStream());
    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out).contains("Would push day one.csv");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
  void theLauncherSaysWhatIsWrongWithJava() throws Exception {
    Path old = Files.createDirectories(directory.resolve("old/bin")).resolve("java");
    Files.writeString(old, "#!/bin/sh\nexit 9\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    Files.writeString(directory.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
    ProcessBuilder builder = launcher(directory, LAUNCHER.toString(), "--version");
    builder.environment().put("JAVA_HOME", directory.resolve("old").toString());

    Process process = builder.start();

    assertThat(text(process.getInputStream())).contains("is Java 11", "17 or newer", "JAVA_HOME");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
  void theSecondStartTakesItsClassesFromAnArchiveThatTheFirstLeft() throws Exception {
    Path launcher = installed(directory.resolve("home"));
    Path log = directory.resolve("classes.log");

    String first = version(launcher, Map.of());
    String second = version(launcher, Map.of("WARMBATCH_JAVA_OPTS", "-Xlog:class+load:" + log));

    assertThat(first).startsWith("Preparing quick starts").contains("warmbatch ");
    assertThat(second).startsWith("warmbatch ");
    assertThat(Files.readString(log))
        .containsPattern("io.github.warmbatch.runner.Main source: shared objects file");
    assertThat(names(launcher.resolveSibling("batch-runner/target")))
        .hasSize(2)
        .allMatch(name -> name.matches("batch-runner(-[0-9.]+\\.jsa|\\.jar)"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
  void anArchiveOfAnotherJarIsPassedOverWithoutAWord() throws Exception {
    Path launcher = installed(directory.resolve("a home"));
    version(launcher, Map.of());
    Path target = launcher.resolveSibling("batch-runner/target");
    FileTime later = FileTime.from(Instant.now());
    for (String name : names(target)) {
      Files.setLastModifiedTime(
          target.resolve(name),
          name.endsWith(".jar") ? later : FileTime.from(later.toInstant().plusSeconds(1)));
    }

    assertThat(version(launcher, Map.of())).startsWith("warmbatch ").hasLineCount(1);
  }

  /** The launcher and the jar at a place of their own, where nothing was started yet. */
  private static Path installed(Path home) throws IOException {
    Path target = Files.createDirectories(home.resolve("batch-runner/target"));
    Files.copy(JavaCommand.runnerJar(), target.resolve("batch-runner.jar"));
    return Files.copy(LAUNCHER, home.resolve("warmbatch"));
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private String version(Path launcher, Map<String, String> environment) throws Exception {
    ProcessBuilder builder = launcher(directory, launcher.toString(), "--version");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = text(process.getInputStream());
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  private static Process launch(Path workingDirectory, String... command) throws IOException {
    ProcessBuilder builder = launcher(workingDirectory, command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  private static ProcessBuilder launcher(Path workingDirectory, String... command) {
    List<String> all = new ArrayList<>(List.of(SHELL.toString()));
    all.addAll(List.of(command));
    return new ProcessBuilder(all).directory(workingDirectory.toFile()).redirectErrorStream(true);
  }

  private static String text(JarFile jar, String entry) throws IOException {
    return text(jar.getInputStream(jar.getJarEntry(entry)));
  }

  private static String text(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

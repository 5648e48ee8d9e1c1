package io.github.warmbatch.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A Chromium without a window and without a network. */
final class HeadlessBrowser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chrome");

  private final Path binary;
  private final Path scratch;

  private HeadlessBrowser(Path binary, Path scratch) {
    this.binary = binary;
    this.scratch = scratch;
  }

  /** The browser of this machine; the test is skipped where there is none. */
  static HeadlessBrowser installed(Path scratch) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(binary -> new HeadlessBrowser(binary, scratch))
        .orElseGet(() -> abort("No Chromium on the PATH: pages are not looked at"));
  }

  /** What became of a page once its scripts have run. */
  Page open(Path file, String... options) throws IOException, InterruptedException {
    Path dom = scratch.resolve("dom.html");
    Path log = scratch.resolve("chromium.log");
    List<String> command = new ArrayList<>(List.of(binary.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            "--user-data-dir=" + scratch.resolve("profile"),
            "--enable-logging=stderr",
            "--timeout=60000",
            "--dump-dom"));
    command.addAll(List.of(options));
    command.add(file.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    try {
      process.waitFor();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Page(Files.readString(dom, UTF_8), console(log));
  }

  private static List<String> console(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log, UTF_8)) {
      return lines.filter(line -> line.contains("CONSOLE")).toList();
    }
  }

  /**
   * A page.
   *
   * @param dom its elements as they are in the end
   * @param console what its scripts and the browser complained of
   */
  record Page(String dom, List<String> console) {}
}

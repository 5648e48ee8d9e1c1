package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts for a cluster, with a kubectl that runs on this machine what is meant for the pod.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "they are POSIX shell scripts")
final class ClusterScriptsTest {
  private static final Path SCRIPTS = Path.of("scripts").toAbsolutePath();

  /** Notes the call, then runs what stands behind the two dashes. */
  private static final String KUBECTL =
      """
      #!/bin/sh
      echo "$*" | head -n 1 >> "$FAKE/calls"
      while [ "$1" != -- ]; do shift; done
      shift
      exec "$@"
      """;

  /** A list, in a file. */
  private static final String REDIS_CLI =
      """
      #!/bin/sh
      list=$FAKE/list
      touch "$list"
      case "$*" in
        "--raw LRANGE datasets 0 -1") cat "$list" ;;
        "-x RPUSH datasets") cat >> "$list"; echo >> "$list"; wc -l < "$list" | tr -d ' ' ;;
        "LLEN datasets") wc -l < "$list" | tr -d ' ' ;;
        *) echo "ERR unexpected: $*" ;;
      esac
      """;

  @TempDir private Path directory;

  @BeforeEach
  void putTheDoublesOnThePath() throws IOException {
    executable("kubectl", KUBECTL);
    executable("redis-cli", REDIS_CLI);
    Files.createDirectories(volume());
    write("datasets/training/2018-04-01.pkl", "one");
    write("datasets/training/2018-04-02 b.pkl", "two");
    write("datasets/testing/test_dataset.pkl", "hold-out");
  }

  private Path volume() {
    return directory.resolve("volume");
  }

  private void executable(String name, String text) throws IOException {
    Path file = Files.createDirectories(directory.resolve("bin")).resolve(name);
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void write(String path, String content) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private record Ended(int code, String text) {}

  private Ended run(String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", SCRIPTS.resolve(script).toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("PATH", directory.resolve("bin") + ":" + environment.get("PATH"));
    environment.put("FAKE", directory.toString());
    environment.put("DATA_ROOT", volume().toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text);
  }

  private List<String> queue() throws IOException {
    return Files.readAllLines(directory.resolve("list"));
  }

  @Test
  void transferCopiesEachFileOnceAndWhole() throws Exception {
    Ended first = run("transfer-datasets.sh");
    Ended second = run("transfer-datasets.sh", "datasets/");

    assertThat(first.code()).as(first.text()).isZero();
    assertThat(first.text())
        .contains("Copied training/2018-04-02 b.pkl", "Copied 3, 0 were there already")
        .as("what is not there yet is no failure")
        .doesNotContainIgnoringCase("no such file");
    assertThat(second.text()).contains("Copied 0, 3 were there already");
    assertThat(volume().resolve("datasets/training/2018-04-02 b.pkl")).hasContent("two");
    assertThat(volume().resolve("datasets/testing/test_dataset.pkl")).hasContent("hold-out");
    assertThat(Files.readAllLines(directory.resolve("calls")))
        .allMatch(call -> call.startsWith("exec -i redis-leader-0 -c redis -- "));
  }

  @Test
  void transferReplacesWhatHasChangedAndLeavesNoHalfFile() throws Exception {
    run("transfer-datasets.sh");
    write("datasets/training/2018-04-01.pkl", "another");

    Ended again = run("transfer-datasets.sh");

    assertThat(again.text()).contains("Copied 1, 2 were there already");
    assertThat(volume().resolve("datasets/training/2018-04-01.pkl")).hasContent("another");
    assertThat(volume().resolve("datasets/training").toFile().list())
        .containsExactlyInAnyOrder("2018-04-01.pkl", "2018-04-02 b.pkl");
  }

  @Test
  void aFileThatArrivesCutShortIsNotGivenItsName() throws Exception {
    executable(
        "kubectl",
        """
        #!/bin/sh
        while [ "$1" != -- ]; do shift; done
        shift
        head -c 2 | "$@"
        """);

    Ended cut = run("transfer-datasets.sh");

    assertThat(cut.code()).isEqualTo(2);
    assertThat(cut.text()).contains("did not arrive whole; run it again");
    assertThat(volume().resolve("datasets/testing/test_dataset.pkl")).doesNotExist();
  }

  @Test
  void queueingPushesInOrderAndNothingTwice() throws Exception {
    run("transfer-datasets.sh");

    Ended first = run("queue-jobs.sh");
    Ended second = run("queue-jobs.sh");

    assertThat(first.code()).as(first.text()).isZero();
    assertThat(first.text()).endsWith("Pushed 2; datasets holds 2\n");
    assertThat(second.text()).endsWith("Pushed 0; datasets holds 2\n");
    assertThat(queue())
        .containsExactly("datasets/training/2018-04-01.pkl", "datasets/training/2018-04-02 b.pkl");
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    Ended nothingThere = run("queue-jobs.sh");
    Ended noDirectory = run("transfer-datasets.sh", "nowhere");
    Ended noMatch = run("queue-jobs.sh", "*.csv");

    assertThat(nothingThere.code()).isEqualTo(2);
    assertThat(noDirectory.code()).isEqualTo(2);
    assertThat(noDirectory.text()).contains("nowhere is not a directory");
    assertThat(noMatch.code()).isEqualTo(2);
    assertThat(noMatch.text()).contains("datasets/training");
  }

  @Test
  void theyReachAnotherPodAndNamespaceByTheEnvironment() throws Exception {
    executable("kubectl", "#!/bin/sh\necho \"$@\" >> \"$FAKE/calls\"\nexit 1\n");
    ProcessBuilder builder =
        new ProcessBuilder("sh", SCRIPTS.resolve("queue-jobs.sh").toString())
            .directory(directory.toFile());
    builder.environment().put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().put("FAKE", directory.toString());
    builder.environment().put("NAMESPACE", "batch");
    builder.environment().put("POD", "redis-leader");

    assertThat(builder.start().waitFor()).isEqualTo(2);

    assertThat(directory.resolve("calls"))
        .content()
        .startsWith("--namespace batch exec -i redis-leader -c redis -- ");
  }

  @Test
  void shellCheckFindsNothing() throws Exception {
    assumeTrue(isThere("shellcheck"), "shellcheck is not installed");
    List<String> command = new ArrayList<>(List.of("shellcheck", "--external-sources"));
    for (Path script : shellScripts()) {
      command.add(script.toString());
    }
    assertThat(command).hasSizeGreaterThan(2 + 6);
    Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
    String findings = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(check.waitFor()).as(findings).isZero();
  }

  /** All that are run as they are; what they include is read with them. */
  private static List<Path> shellScripts() throws IOException {
    List<Path> scripts = new ArrayList<>();
    for (String directory : List.of("scripts", "container")) {
      try (Stream<Path> files = Files.list(Path.of(directory).toAbsolutePath())) {
        files.filter(Files::isExecutable).filter(Files::isRegularFile).forEach(scripts::add);
      }
    }
    scripts.add(Path.of("../warmbatch").toAbsolutePath().normalize());
    return scripts;
  }

  private static boolean isThere(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(each -> Files.isExecutable(Path.of(each, tool)));
  }
}

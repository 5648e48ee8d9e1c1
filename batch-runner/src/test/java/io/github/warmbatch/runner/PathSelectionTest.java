package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PathSelectionTest {
  @TempDir Path root;
  private PathSelection selection = new PathSelection(new Locations(Path.of("/"), null), false);

  @BeforeEach
  void makeFiles() throws IOException {
    for (String file :
        new String[] {
          "in/day-2.csv",
          "in/day-10.csv",
          "in/day-1.csv",
          "in/notes.md",
          "in/.day-3.csv",
          "in/deep/day-4.csv.gz",
          "in/odd[1].csv",
          "top.csv"
        }) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), "x");
    }
    selection = new PathSelection(new Locations(root, null), false);
  }

  @Test
  void matchesComeInNaturalOrder() {
    assertThat(selection.matching("in/day-*.csv"))
        .containsExactly("in/day-1.csv", "in/day-2.csv", "in/day-10.csv");
  }

  @Test
  void patternsMayBeginAtTheRootAndReachDown() {
    assertThat(selection.matching("*.csv")).containsExactly("top.csv");
    assertThat(selection.matching("**/day-4.*")).containsExactly("in/deep/day-4.csv.gz");
    assertThat(selection.matching("i[mn]/{day-1,day-2}.csv"))
        .containsExactly("in/day-1.csv", "in/day-2.csv");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aNameThatIsNoTextIsRefusedWhereItIsFound() throws Exception {
    makeFileWhoseNameIsNotUtf8(root.resolve("in"));

    assertThatThrownBy(() -> selection.in("in"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("its name is no text")
        .hasMessageContaining("rename the file");
  }

  /** By a shell, since Java gives no file such a name. */
  private static void makeFileWhoseNameIsNotUtf8(Path directory) throws Exception {
    Process shell =
        new ProcessBuilder("sh", "-c", "touch \"$(printf 'day-\\377.csv')\"")
            .directory(directory.toFile())
            .start();
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void twoStarsAreAnyDirectoriesOrNone() {
    assertThat(selection.matching("**/day-*.csv*"))
        .containsExactly("in/day-1.csv", "in/day-2.csv", "in/day-10.csv", "in/deep/day-4.csv.gz");
    assertThat(selection.matching("in/**/**/day-1.csv")).containsExactly("in/day-1.csv");
    assertThat(selection.matching("{**/day-4,**/day-5}.*")).containsExactly("in/deep/day-4.csv.gz");
  }

  @Test
  void aLinkThatLeadsOutOfTheRootIsRefusedHoweverItIsFound(@TempDir Path elsewhere)
      throws IOException {
    Files.writeString(elsewhere.resolve("secret.csv"), "x");
    Files.createSymbolicLink(root.resolve("in/linked.csv"), elsewhere.resolve("secret.csv"));
    Files.createSymbolicLink(root.resolve("in/day-7.csv"), root.resolve("top.csv"));

    assertThat(selection.matching("in/day-7.csv")).containsExactly("in/day-7.csv");
    assertThatThrownBy(() -> selection.matching("in/linked.csv")).satisfies(this::namesTheLink);
    assertThatThrownBy(() -> selection.matching("in/*.csv")).satisfies(this::namesTheLink);
    assertThatThrownBy(() -> selection.in("in")).satisfies(this::namesTheLink);
  }

  private void namesTheLink(Throwable refusal) {
    assertThat(refusal)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "in/linked.csv: a symbolic link leads out of the data root " + root);
  }

  @Test
  void aNameThatLooksLikeAPatternIsANameWhereThereIsSuchAFile() {
    assertThat(selection.matching("in/odd[1].csv")).containsExactly("in/odd[1].csv");
  }

  @Test
  void aDirectoryGivesItsDataSetsAndNothingElse() {
    assertThat(selection.in("in"))
        .containsExactly(
            "in/day-1.csv",
            "in/day-2.csv",
            "in/day-10.csv",
            "in/deep/day-4.csv.gz",
            "in/odd[1].csv");
  }

  @Test
  void anAbsolutePathInTheRootBecomesRelative() {
    assertThat(selection.matching(root.resolve("top.csv").toString())).containsExactly("top.csv");
  }

  @Test
  void whatIsNotThereIsNamedWithTheWayOut() {
    assertThatThrownBy(() -> selection.matching("in/day-3.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("in/day-3.csv")
        .hasMessageContaining("--force");
    assertThatThrownBy(() -> selection.matching("in/night-*.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("in/night-*.csv");
    assertThatThrownBy(() -> selection.in("nowhere"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void nothingOutsideTheRootIsPushed() {
    assertThatThrownBy(() -> selection.matching("../top.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("leaves the data root");
    assertThatThrownBy(() -> selection.matching("../*.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("leaves the data root");
  }

  @Test
  void aBrokenPatternIsRefused() {
    assertThatThrownBy(() -> selection.matching("in/{a"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("not a pattern");
  }

  @Test
  void forcedNamesAreTakenAsTheyAre() {
    PathSelection forced = new PathSelection(new Locations(root, null), true);

    assertThat(forced.matching("not/there/yet.csv")).containsExactly("not/there/yet.csv");
    assertThat(forced.matching("in/day-*.csv")).hasSize(3);
  }

  @Test
  void anEmptyNameIsRefusedThoughForced() {
    PathSelection forced = new PathSelection(new Locations(root, null), true);

    assertThatThrownBy(() -> forced.matching(""))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("empty");
  }
}

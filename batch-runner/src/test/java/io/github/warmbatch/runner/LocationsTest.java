package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.dataset.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocationsTest {
  @TempDir Path temporary;
  private Path working = Path.of("");

  @BeforeEach
  void makeDirectories() throws IOException {
    working = Files.createDirectories(temporary.toRealPath().resolve("working"));
    Files.createDirectories(working.resolve("data"));
    Files.writeString(working.resolve("data/a.csv"), "x");
    Files.writeString(temporary.resolve("beside.csv"), "y");
  }

  @Test
  void relativePathsAreTakenFromTheWorkingDirectory() {
    Locations locations = new Locations(working, null);

    assertThat(locations.resolve("output")).isEqualTo(working.resolve("output"));
    assertThat(locations.open("data/a.csv").path()).isEqualTo("data/a.csv");
  }

  @Test
  void relativePathsAreTakenFromTheDataRootWhereOneIsGiven() {
    Locations locations = new Locations(working, "data");

    assertThat(locations.resolve("output")).isEqualTo(working.resolve("data/output"));
    assertThat(locations.open("a.csv").size()).isEqualTo(1);
  }

  @Test
  void anAbsoluteDataRootIsTakenAsItIs() {
    Locations locations = new Locations(Path.of("/elsewhere"), working.toString());

    assertThat(locations.base()).isEqualTo(working);
  }

  @Test
  void absoluteOutputPathsAreTakenAsTheyAre() {
    assertThat(new Locations(working, "data").resolve("/mnt/output"))
        .isEqualTo(Path.of("/mnt/output"));
  }

  @Test
  void anAbsolutePathInTheDataRootIsADataSetOfIt() {
    Locations locations = new Locations(working, "data");

    assertThat(locations.open(working.resolve("data/a.csv").toString()).path()).isEqualTo("a.csv");
  }

  @Test
  void noDataSetIsReadFromOutsideAGivenDataRoot() {
    Locations locations = new Locations(working, "data");

    assertThatThrownBy(() -> locations.open("../../beside.csv"))
        .isInstanceOf(DatasetException.class);
    assertThatThrownBy(() -> locations.open(temporary.resolve("beside.csv").toString()))
        .isInstanceOf(DatasetException.class);
  }

  @Test
  void withoutADataRootTheUserMayNameAnyFile() {
    Locations locations = new Locations(working, null);

    assertThat(locations.open("../beside.csv").path()).isEqualTo("beside.csv");
    assertThatThrownBy(() -> locations.open("../nothing.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("../nothing.csv");
  }

  @Test
  void whatCannotBeAPathIsRefused() {
    assertThatThrownBy(() -> new Locations(working, null).resolve("a\0b"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot be a path");
  }

  @Test
  void aDataRootThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new Locations(working, "nowhere").dataRootDirectory())
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(working.resolve("nowhere").toString());
  }
}

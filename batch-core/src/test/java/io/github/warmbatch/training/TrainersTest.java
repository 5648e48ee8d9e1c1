package io.github.warmbatch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainersTest {

  @Test
  void sortsProvidersByName() {
    Trainers trainers = Trainers.of(List.of(new Named("b"), new Named("a")));

    assertThat(trainers.providers()).extracting(TrainerProvider::name).containsExactly("a", "b");
  }

  @Test
  void asksTheProviderOfTheNameWithTheOptions() {
    Trainers trainers = Trainers.of(List.of(new Named("a"), new Named("b")));

    assertThatThrownBy(() -> trainers.create("b", Map.of("k", "v")))
        .hasMessage("b was asked with {k=v}");
  }

  @Test
  void listsTheTrainersThereAreWhereTheNameIsUnknown() {
    assertThatThrownBy(
            () -> Trainers.of(List.of(new Named("a"), new Named("b"))).create("c", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no trainer 'c'; there are: a, b");
    assertThatThrownBy(() -> Trainers.of(List.of()).create("c", Map.of()))
        .hasMessageContaining("none on the class path");
  }

  @Test
  void refusesTwoOfOneName() {
    assertThatThrownBy(() -> Trainers.of(List.of(new Named("a"), new Named("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Two trainers are named 'a'");
  }

  @Test
  void findsThoseOnTheClassPathSorted() {
    assertThat(Trainers.installed().providers()).extracting(TrainerProvider::name).isSorted();
  }

  private record Named(String name) implements TrainerProvider {
    @Override
    public String description() {
      return name;
    }

    @Override
    public List<TrainerOption> options() {
      return List.of();
    }

    @Override
    public WarmStartTrainer<?> create(Map<String, String> options) {
      throw new UnsupportedOperationException(name + " was asked with " + options);
    }
  }
}

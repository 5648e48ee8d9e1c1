package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.TrainerOption;
import io.github.warmbatch.training.TrainerProvider;
import io.github.warmbatch.training.WarmStartTrainer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WekaProviderTest {
  private final Map<String, TrainerProvider> providers =
      ServiceLoader.load(TrainerProvider.class).stream()
          .map(ServiceLoader.Provider::get)
          .collect(Collectors.toMap(TrainerProvider::name, provider -> provider));

  private WarmStartTrainer<?> created(String name, Map<String, String> options) {
    return Objects.requireNonNull(providers.get(name)).create(options);
  }

  @Test
  void areFoundByTheServiceLoader() {
    assertThat(providers)
        .containsKeys(
            "weka-hoeffding-tree", "weka-naive-bayes", "weka-sgd", "weka-replay", "weka-updateable")
        .allSatisfy(
            (name, provider) -> {
              assertThat(provider.create(Map.of()).info().name()).isEqualTo(name);
              assertThat(provider.description()).isNotBlank();
            });
  }

  @Test
  void makeTrainersThatKnowAllTheirOptions() {
    assertThat(providers.values())
        .allSatisfy(
            provider ->
                assertThat(provider.create(Map.of()).info().options())
                    .containsOnlyKeys(
                        provider.options().stream().map(TrainerOption::name).toList()));
  }

  @Test
  void makeTheTrainersOfTheFluentApi() {
    assertThat(
            List.of(
                WekaTrainers.hoeffdingTree().info(),
                WekaTrainers.naiveBayes().info(),
                WekaTrainers.logisticRegression().info()))
        .isEqualTo(
            List.of(
                created("weka-hoeffding-tree", Map.of()).info(),
                created("weka-naive-bayes", Map.of()).info(),
                created("weka-sgd", Map.of()).info()));
  }

  @Test
  void takeTheSameValueInAnySpelling() {
    assertThat(WekaTrainers.logisticRegression().with("learning-rate", " 1e-2 ").info())
        .isEqualTo(WekaTrainers.logisticRegression().info());
    assertThat(WekaTrainers.hoeffdingTree().with("max-leaves", "7").info().options())
        .containsEntry("max-leaves", "7")
        .containsEntry("grace-period", "200");
  }

  @Test
  void refuseAnOptionTheyDoNotHave() {
    assertThatThrownBy(() -> created("weka-sgd", Map.of("depth", "3")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weka-sgd has no option 'depth'; it has learning-rate, ridge, max-classes, text-values");
  }

  @Test
  void refuseAValueThatDoesNotFit() {
    assertThatThrownBy(() -> WekaTrainers.logisticRegression().with("learning-rate", "fast"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Option 'learning-rate' is 'fast'; it takes a number above 0 and up to 1.0");
    assertThatThrownBy(() -> WekaTrainers.naiveBayes().with("max-classes", "2.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Option 'max-classes' is '2.5'; it takes a whole number from 2 to 1000");
    assertThatThrownBy(() -> WekaTrainers.hoeffdingTree().with("leaf", "oak"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Option 'leaf' is 'oak'; it takes one of majority, bayes, adaptive");
    assertThatThrownBy(() -> WekaTrainers.hoeffdingTree().with("split-confidence", "NaN"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.SampleRows;
import io.github.warmbatch.training.TrainingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
  private static WekaTrainer j48(String options) {
    return WekaTrainers.replay("weka.classifiers.trees.J48").with("options", options);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weka.classifiers.misc.SerializedClassifier",
        "weka.classifiers.meta.FilteredClassifier",
        "java.lang.Runtime",
        ""
      })
  void refusesAClassThatIsNotAllowedAndNamesThoseThatAre(String name) {
    WekaTrainer trainer = WekaTrainers.replay("weka.classifiers.trees.J48");

    assertThatThrownBy(() -> trainer.with("class", name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Option 'class' is '" + name + "'; it takes one of weka.")
        .hasMessageContaining("weka.classifiers.trees.RandomForest");
  }

  @Test
  void doesNotTakeAnUpdateableClassifierForABatchOne() {
    assertThatThrownBy(() -> WekaTrainers.replay("weka.classifiers.lazy.IBk"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> WekaTrainers.updateable("weka.classifiers.trees.J48"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weka.classifiers.lazy.IBk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-W weka.classifiers.misc.SerializedClassifier",
        "-K weka.classifiers.functions.supportVector.PolyKernel",
        "-D",
        "M 3",
        "-M",
        "-M 0",
        "-M 2.5",
        "-M -U",
        "-C NaN",
        "-C 0.7",
        "-U yes",
        "-U -U"
      })
  void refusesASwitchThatIsNotAllowedAndNamesThoseThatAre(String options) {
    assertThatThrownBy(() -> j48(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Option 'options' has '")
        .hasMessageContaining("weka.classifiers.trees.J48 takes -U, -C 0.001..0.5, -M 1..1000000");
  }

  /** What only Weka knows becomes a refusal to learn, with Weka's reason. */
  @Test
  void passesOnWhyWekaDoesNotTakeSwitchesBesideEachOther() {
    WekaTrainer trainer = j48("-U -R");
    WekaState state =
        trainer.train(trainer.initial(SampleRows.spec(trainer)), SampleRows.of(100, 1).batch());

    assertThatThrownBy(() -> trainer.predictor(state))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("weka-replay failed: ")
        .hasMessageContaining("pruning");
  }

  @Test
  void givesWekaTheSwitches() throws Exception {
    Options options =
        Options.of(
            new ReplayAlgorithm(),
            Map.of("class", "weka.classifiers.trees.J48", "options", " -M  7   -A "));
    Recipe recipe = Recipe.of(options, ClassifierKinds.BATCH);

    assertThat(recipe.text()).isEqualTo("weka.classifiers.trees.J48 -M 7 -A");
    assertThat(recipe.classifier(1).getOptions()).contains("-M", "7", "-A");
  }

  @Test
  void bindsTheLineageToClassAndSwitches() {
    assertThat(j48("-M 5").info().options())
        .containsEntry("class", "weka.classifiers.trees.J48")
        .containsEntry("options", "-M 5");
    assertThat(j48(" -M   5 ").info()).isEqualTo(j48("-M 5").info());
    assertThat(j48("-M 5").info()).isNotEqualTo(j48("-M 6").info());
  }
}

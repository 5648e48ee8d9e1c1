package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.TrainerProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnerOptionsTest {

  @Test
  void defaultsAreSpeltOut() {
    LearnerOptions options = LearnerOptions.of(Map.of("keys", " 5000 "));
    assertThat(options.keys()).isEqualTo(5000);
    assertThat(options.halfLives()).containsExactly(1440, 7 * 1440, 30 * 1440);
    assertThat(options.values()).containsOnlyKeys("time", "amounts", "half-lives", "keys");
  }

  @ParameterizedTest
  @CsvSource({
    "keys, 99",
    "keys, many",
    "keys, 99999999999",
    "half-lives, '7,1'",
    "half-lives, ''",
    "half-lives, '1,-2'",
    "half-lives, '1,2,3,4,5,6'",
    "amounts, 'a,b,c,d,e,f,g,h,i'",
    "trees, 7"
  })
  void whatDoesNotFitIsNamedWithItsValue(String name, String value) {
    assertThatThrownBy(() -> LearnerOptions.of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(value);
  }

  @Test
  void bothLearnersAreFoundByName() {
    List<TrainerProvider> providers =
        ServiceLoader.load(TrainerProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    assertThat(providers).extracting(TrainerProvider::name).contains("boosting", "logistic");
    for (TrainerProvider provider : providers) {
      if (provider.getClass().getPackageName().equals(Learners.class.getPackageName())) {
        assertThat(provider.create(Map.of()).info().name()).isEqualTo(provider.name());
      }
    }
  }
}

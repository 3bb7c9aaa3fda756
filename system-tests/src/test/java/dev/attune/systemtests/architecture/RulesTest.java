package dev.attune.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.attune.systemtests.architecture.planted.PlantedInjection;
import dev.attune.systemtests.architecture.planted.PlantedLogging;
import dev.attune.systemtests.architecture.planted.PlantedTransaction;
import dev.attune.systemtests.architecture.planted.domain.PlantedChance;
import dev.attune.systemtests.architecture.planted.domain.PlantedClock;
import dev.attune.systemtests.architecture.planted.domain.PlantedEnvironment;
import dev.attune.systemtests.architecture.planted.domain.PlantedFramework;
import dev.attune.systemtests.architecture.planted.one.PlantedNeighbour;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {
  private static final String DOMAIN = "dev.attune..domain..";
  private static final String PLANTED = "dev.attune.systemtests.architecture.planted";

  @ParameterizedTest(name = "{0} is caught {2} times")
  @MethodSource("violations")
  void a_planted_violation_is_caught(Class<?> planted, ArchRule rule, int times) {
    JavaClasses classes = new ClassFileImporter().importClasses(planted);

    assertThat(rule.evaluate(classes).getFailureReport().getDetails()).hasSize(times);
  }

  static Stream<Arguments> violations() {
    return Stream.of(
        Arguments.of(PlantedFramework.class, Rules.plainJava(DOMAIN), 1),
        Arguments.of(PlantedClock.class, Rules.sameAnswerEveryTime(DOMAIN), 4),
        Arguments.of(PlantedChance.class, Rules.sameAnswerEveryTime(DOMAIN), 4),
        Arguments.of(PlantedEnvironment.class, Rules.sameAnswerEveryTime(DOMAIN), 2),
        Arguments.of(
            PlantedNeighbour.class, Rules.independent(PLANTED + ".one..", PLANTED + ".other.."), 1),
        Arguments.of(PlantedTransaction.class, Rules.noTransactional(), 1),
        Arguments.of(PlantedInjection.class, Rules.noFieldInjection(), 1),
        Arguments.of(PlantedLogging.class, Rules.noConsole("dev.attune.local.."), 2),
        Arguments.of(PlantedLogging.class, Rules.oneLog(), 4));
  }

  @Test
  void the_console_is_allowed_where_the_rule_says_so() {
    JavaClasses classes = new ClassFileImporter().importClasses(PlantedLogging.class);

    assertThat(
            Rules.noConsole(PLANTED + "..").allowEmptyShould(true).evaluate(classes).hasViolation())
        .isFalse();
  }
}

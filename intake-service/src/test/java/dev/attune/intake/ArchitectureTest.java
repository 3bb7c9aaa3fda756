package dev.attune.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(
    packages = "dev.attune.intake",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_domain_is_plain_java =
      classes()
          .that()
          .resideInAPackage("dev.attune.intake.domain")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "com.fasterxml.jackson.core..",
              "dev.attune.contracts",
              "dev.attune.instruments",
              "dev.attune.intake.domain");

  @ArchTest
  static final ArchRule the_domain_knows_no_clock_and_no_chance =
      noClasses()
          .that()
          .resideInAPackage("dev.attune.intake.domain")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class);

  @ArchTest
  static final ArchRule the_log_knows_no_http =
      noClasses()
          .that()
          .resideInAPackage("dev.attune.intake.log")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.attune.web..", "jakarta.ws.rs..", "io.vertx.core.http..");
}

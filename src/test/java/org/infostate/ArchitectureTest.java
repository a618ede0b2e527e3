package org.infostate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infostate.audit.Audited;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The structure of the code. {@link #ORDER} is the table of contents: a class may use only packages
 * to the left of its own. Each rule is also tried on a class below {@code planted} that breaks it,
 * so that no rule can pass because it sees nothing.
 */
class ArchitectureTest {

  private static final String ROOT = "org.infostate";
  private static final String PLANTED = "org.infostate.planted";

  static final List<String> ORDER =
      List.of(
          "problem",
          "time",
          "text",
          "page",
          "pdf",
          "mail",
          "audit",
          "logic",
          "scoring",
          "cluster",
          "diagnostics",
          "uncertainty",
          "portfolio",
          "country",
          "account",
          "spreadsheet",
          "questionnaire",
          "xlsform",
          "round",
          "response",
          "carryforward",
          "workbook",
          "design",
          "delegation",
          "reminder",
          "review",
          "statistics",
          "assessment",
          "analysis",
          "planning",
          "plan",
          "followup",
          "chart",
          "report",
          "profile",
          "reporting",
          "opendata",
          "scorings",
          "sample",
          "web");

  /** Plain Java: they can be run from a {@code main} without any server. */
  private static final Set<String> PLAIN =
      Set.of("logic", "scoring", "cluster", "diagnostics", "uncertainty", "portfolio");

  /** Stores whose names are no plurals. */
  private static final Set<String> SINGULAR_STORES = Set.of("AuditTrail", "Outbox");

  /** What changes something and has no {@code @Audited}, and why. */
  private static final Map<String, String> LOGGED_OTHERWISE =
      Map.of(
          "AccountPages.signIn", "the account is known only afterwards; failures are logged too",
          "AccountPages.signOut", "changes nothing but the session",
          "AccountPages.welcome", "nobody is signed in yet; the store logs the new password",
          "ScoringPages.score", "changes nothing",
          "ScoringsResource.score", "changes nothing");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses PLANTS = new ClassFileImporter().importPackages(PLANTED);

  /** The rules, each with the planted class that breaks it. */
  enum Rule {
    ONLY_PACKAGES_TO_THE_LEFT("LooksRight") {
      @Override
      ArchRule in(String root) {
        return classes()
            .should(useOnlyPackagesToTheLeft(root))
            .because("the order of the packages is what keeps their meaning apart");
      }
    },
    EVERY_PACKAGE_HAS_A_PLACE("Stray") {
      @Override
      ArchRule in(String root) {
        return classes()
            .should()
            .resideInAnyPackage(
                ORDER.stream().map(name -> root + "." + name).toArray(String[]::new))
            .because("a package without a place in the order may use anything");
      }
    },
    NOBODY_USES_THE_SHELL("UsesShell") {
      @Override
      ArchRule in(String root) {
        return noClasses()
            .that()
            .resideOutsideOfPackage(root + ".web")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(root + ".web")
            .because("the shell knows everybody, so nobody may know the shell");
      }
    },
    PLAIN_PACKAGES_ARE_PLAIN("ReadsJson") {
      @Override
      ArchRule in(String root) {
        String[] plain = PLAIN.stream().map(name -> root + "." + name).toArray(String[]::new);
        return classes()
            .that()
            .resideInAnyPackage(plain)
            .and(doNotMatch("MixedInteger"))
            .should()
            .onlyDependOnClassesThat(plainJava(plain))
            .because("arithmetic and logic run without any server");
      }
    },
    POI_STAYS_IN_WORKBOOKS("Sheets") {
      @Override
      ArchRule in(String root) {
        return noClasses()
            .that(doNotMatch("(\\w*Workbook\\w*|Xlsx?File)"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..")
            .because("a library of this size is quarantined");
      }
    },
    JFREECHART_STAYS_IN_CHARTS("Drawing") {
      @Override
      ArchRule in(String root) {
        return noClasses()
            .that(doNotMatch("\\w+Chart"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jfree..")
            .because("a library of this size is quarantined");
      }
    },
    OPENHTMLTOPDF_STAYS_IN_DOCUMENTS("Printing") {
      @Override
      ArchRule in(String root) {
        return noClasses()
            .that(doNotMatch("Pdf\\w+"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..", "org.jsoup..")
            .because("a library of this size is quarantined");
      }
    },
    OR_TOOLS_STAY_IN_THE_SOLVER("Solving") {
      @Override
      ArchRule in(String root) {
        return noClasses()
            .that(doNotMatch("MixedInteger"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.ortools..")
            .because("a solver is exchanged more easily than what is asked of it");
      }
    },
    ENTITY_MANAGERS_STAY_IN_STORES("StoringPages") {
      @Override
      ArchRule in(String root) {
        return noClasses()
            .that(areNoStores())
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("isolation between countries stands in the stores");
      }
    },
    NO_PUBLIC_FIELDS_THAT_CHANGE("Exposed") {
      @Override
      ArchRule in(String root) {
        return noFields()
            .that()
            .areNotFinal()
            .should()
            .bePublic()
            .because("EclipseLink does not see what is written to them");
      }
    },
    NAMES_SAY_WHAT_A_CLASS_IS("RoundHelper") {
      @Override
      ArchRule in(String root) {
        return noClasses()
            .should()
            .haveNameMatching(
                ".*(Util|Utils|Utility|Helper|Service|Manager|Impl|DTO|Dto|VO|Facade)")
            .because("\"where does this go?\" is answered by: which noun? which kind?");
      }
    },
    EVERY_ADDRESS_SAYS_WHO_MAY_CALL("OpenPages.anybody()") {
      @Override
      ArchRule in(String root) {
        return methods()
            .that(answerRequests())
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .because("who may call stands beside the path");
      }
    },
    EVERY_CHANGE_IS_AUDITED("OpenPages.unlogged()") {
      @Override
      ArchRule in(String root) {
        return methods()
            .that(changeSomething())
            .should()
            .beAnnotatedWith(Audited.class)
            .because("what is logged stands beside the path");
      }
    },
    TIME_AND_CHANCE_COME_IN("Clockwork") {
      @Override
      ArchRule in(String root) {
        return classes()
            .that()
            .resideOutsideOfPackage(root + ".time")
            .should(takeTimeAndChanceAsArguments())
            .because("what depends on now can not be tested, or run again");
      }
    };

    private final String broken;

    Rule(String broken) {
      this.broken = broken;
    }

    /** The rule for the packages below this one. */
    abstract ArchRule in(String root);
  }

  @ParameterizedTest
  @EnumSource
  void theCodeKeepsEachRule(Rule rule) {
    EvaluationResult result = rule.in(ROOT).evaluate(CLASSES);

    assertFalse(result.hasViolation(), () -> result.getFailureReport().toString());
  }

  @ParameterizedTest
  @EnumSource
  void eachRuleReportsWhatWasPlanted(Rule rule) {
    List<String> found = rule.in(PLANTED).evaluate(PLANTS).getFailureReport().getDetails();

    assertTrue(found.stream().anyMatch(line -> line.contains(rule.broken)), found::toString);
    assertTrue(found.stream().noneMatch(line -> line.contains("round.Planned.")), found::toString);
  }

  @Test
  void theRulesSeeTheWholeCode() throws IOException {
    Set<String> seen =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written =
        sources(Path.of("src/main/java/org/infostate"))
            .map(folder -> ROOT + "." + folder.getFileName())
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(written, seen);
    assertTrue(CLASSES.size() > 300, () -> CLASSES.size() + " classes");
    assertTrue(
        CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(answerRequests())
                .count()
            > 60);
  }

  @Test
  void everyPackageTellsWhatItOwnsAndAnInvariant() throws IOException {
    assertEquals(List.of(), silent(Path.of("src/main/java/org/infostate")));
    assertEquals(List.of("nowhere"), silent(Path.of("src/test/java/org/infostate/planted")));
  }

  /** The packages below a folder whose package-info is missing or names no invariant. */
  private static List<String> silent(Path folder) throws IOException {
    try (Stream<Path> packages = sources(folder)) {
      return packages
          .filter(path -> !read(path.resolve("package-info.java")).contains("nvariant"))
          .map(path -> path.getFileName().toString())
          .toList();
    }
  }

  private static Stream<Path> sources(Path folder) throws IOException {
    return Files.list(folder).filter(Files::isDirectory);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArchCondition<JavaClass> useOnlyPackagesToTheLeft(String root) {
    return new ArchCondition<>("use only packages to the left of their own") {
      @Override
      public void check(JavaClass user, ConditionEvents events) {
        int own = place(root, user);
        for (Dependency use : user.getDirectDependenciesFromSelf()) {
          JavaClass used = use.getTargetClass().getBaseComponentType();
          if (used.getPackageName().startsWith(root + ".") && place(root, used) > own) {
            events.add(SimpleConditionEvent.violated(user, use.getDescription()));
          }
        }
      }
    };
  }

  private static int place(String root, JavaClass type) {
    String below =
        type.getPackageName()
            .substring(Math.min(root.length() + 1, type.getPackageName().length()));
    return ORDER.indexOf(below);
  }

  private static DescribedPredicate<JavaClass> plainJava(String... plain) {
    return DescribedPredicate.describe(
        "are of Java itself or plain",
        type -> {
          String name = type.getBaseComponentType().getPackageName();
          return name.isEmpty() || name.startsWith("java.") || Set.of(plain).contains(name);
        });
  }

  private static DescribedPredicate<JavaClass> doNotMatch(String pattern) {
    return DescribedPredicate.describe(
        "are not named " + pattern, type -> !outermost(type).getSimpleName().matches(pattern));
  }

  private static DescribedPredicate<JavaClass> areNoStores() {
    return DescribedPredicate.describe(
        "are no stores",
        type -> {
          String name = outermost(type).getSimpleName();
          return !SINGULAR_STORES.contains(name)
              && !(name.endsWith("s") && !name.endsWith("Pages"));
        });
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaMethod> answerRequests() {
    return DescribedPredicate.describe(
        "answer requests",
        method -> CanBeAnnotated.Predicates.metaAnnotatedWith(HttpMethod.class).test(method));
  }

  private static DescribedPredicate<JavaMethod> changeSomething() {
    return DescribedPredicate.describe(
        "change something",
        method ->
            (method.isAnnotatedWith(POST.class)
                    || method.isAnnotatedWith(PUT.class)
                    || method.isAnnotatedWith(DELETE.class))
                && !LOGGED_OTHERWISE.containsKey(
                    method.getOwner().getSimpleName() + "." + method.getName()));
  }

  private static ArchCondition<JavaClass> takeTimeAndChanceAsArguments() {
    return new ArchCondition<>("take time and chance as arguments") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
            .filter(ArchitectureTest::fromNowhere)
            .forEach(
                access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
      }
    };
  }

  private static boolean fromNowhere(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    return owner.getPackageName().equals("java.time") && name.equals("now")
        || owner.isEquivalentTo(Clock.class) && name.startsWith("system")
        || owner.isEquivalentTo(Math.class) && name.equals("random")
        || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
        || owner.isEquivalentTo(Random.class)
            && access.getTarget().getFullName().endsWith("<init>()");
  }
}

package org.infostate.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.infostate.Suite;
import org.infostate.problem.ProblemException;
import org.infostate.problem.ProblemKind;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of published indices, inside the server. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = Suite.READY, disabledReason = Suite.WHY)
public class StoredIndicesIT {

  @Inject private Indices indices;

  @Test
  public void theIndicesThatShipArePublishedFromTheStart() {
    Set<String> codes = indices.all().stream().map(IndexVersion::code).collect(Collectors.toSet());

    assertTrue(codes.containsAll(Set.of("capacity", "infostate")), codes::toString);
  }

  @Test
  public void aPublishedIndexNeverChanges() {
    IndexVersion published = indices.find("infostate", 1).orElseThrow();
    String changed = published.definition() + "# a word more\n";

    assertEquals(published.id(), indices.publish(published.definition()).id());
    ProblemException refusal = assertThrows(ProblemException.class, () -> indices.publish(changed));

    assertEquals(ProblemKind.INDEX_CHANGED_AFTER_PUBLICATION, refusal.first().kind());
    assertEquals(Sha256.of(published.definition()), published.sha256());
  }
}

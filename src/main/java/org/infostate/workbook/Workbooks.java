package org.infostate.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.infostate.response.Response;

/**
 * The store of workbooks that wait to be confirmed, and of the secret that signs them. It finds
 * uploads of a response that somebody else has found already: isolation stands there.
 */
@ApplicationScoped
public class Workbooks {

  @PersistenceContext private EntityManager entities;

  void add(WorkbookUpload upload) {
    entities.persist(upload);
  }

  Optional<WorkbookUpload> upload(Response response, long id) {
    return Optional.ofNullable(entities.find(WorkbookUpload.class, id))
        .filter(upload -> upload.responseId().equals(response.id()));
  }

  /**
   * The secret of this installation for a purpose.
   *
   * @param fresh becomes the secret where there is none yet
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  String secret(String purpose, String fresh) {
    InstallationSecret there = entities.find(InstallationSecret.class, purpose);
    if (there != null) {
      return there.secret();
    }
    entities.persist(new InstallationSecret(purpose, fresh));
    entities.flush();
    return fresh;
  }
}

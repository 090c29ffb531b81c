package org.fairreview.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.SealedAccount;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The directory reads the engine's tables by itself, and says what the engine's own queries say. */
@ProductTest
class EngineDirectoryTests {

    @Autowired
    Directory directory;

    @Autowired
    IdentityService identities;

    @Test
    void posts_and_regions_of_everybody_are_those_of_the_engine() {
        List<String> people = List.of("wangmin", "zhaolei", "chenyu", "dengaudit", "fcclerk", "wuoffice", "admin");
        for (String userId : people) {
            Actor actor = directory.actor(userId).orElseThrow();

            assertThat(actor.groups())
                    .as("posts of %s", userId)
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            identities.createGroupQuery().groupMember(userId).orderByGroupId().asc().list().stream()
                                    .map(Group::getId)
                                    .toList());
            assertThat(actor.regions())
                    .as("regions of %s", userId)
                    .containsExactlyInAnyOrderElementsOf(
                            identities
                                    .createTenantQuery()
                                    .userMember(userId)
                                    .includingGroupsOfUser(true)
                                    .list()
                                    .stream()
                                    .map(Tenant::getId)
                                    .toList());
            assertThat(actor.name())
                    .isEqualTo(directory.nameOf(userId))
                    .isEqualTo(identities
                            .createUserQuery()
                            .userId(userId)
                            .singleResult()
                            .getFirstName());
        }
        assertThat(directory.actor("dengaudit").orElseThrow().regions()).contains("r420600", "r420606");
    }

    /** Its one group is the engine's, and no post. */
    @Test
    void the_sealed_account_holds_no_post_and_nobody_has_no_account() {
        assertThat(directory.actor(SealedAccount.USER_ID).orElseThrow().posts()).isEmpty();
        assertThat(directory.actor("nobody")).isEmpty();
        assertThat(directory.nameOf("nobody")).isEqualTo("nobody");
    }

    @Test
    void a_member_of_a_region_by_oneself_sees_it() {
        User user = identities.newUser("directoryuser");
        user.setFirstName("本人");
        user.setPassword(Web.PASSWORD);
        identities.saveUser(user);
        try {
            identities.createTenantUserMembership("r420606", user.getId());

            assertThat(directory.actor(user.getId()).orElseThrow().regions()).containsExactly("r420606");
        } finally {
            identities.deleteUser(user.getId());
        }
        assertThat(directory.actor(user.getId())).isEmpty();
    }
}

package org.fairreview.identity.process;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.identity.OpenWork;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves the engine's open tasks from group to group, and back from people to their groups. */
@Component
class EngineOpenWork implements OpenWork {

    private final TaskService tasks;

    EngineOpenWork(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public int handOver(String unitId, String successorId) {
        int moved = 0;
        for (Role role : Role.values()) {
            String group = role.groupIn(unitId);
            for (Task task : tasks.createTaskQuery()
                    .taskCandidateGroup(group)
                    .includeAssignedTasks()
                    .list()) {
                tasks.addCandidateGroup(task.getId(), role.groupIn(successorId));
                tasks.deleteCandidateGroup(task.getId(), group);
                moved++;
            }
        }
        return moved;
    }

    @Override
    public int giveBack(String userId, List<Post> posts) {
        if (posts.isEmpty()) {
            return 0;
        }
        List<Task> taken = tasks.createTaskQuery()
                .taskAssignee(userId)
                .taskCandidateGroupIn(posts.stream().map(Post::group).toList())
                .includeAssignedTasks()
                .list();
        taken.forEach(task -> tasks.setAssignee(task.getId(), null));
        return taken.size();
    }
}

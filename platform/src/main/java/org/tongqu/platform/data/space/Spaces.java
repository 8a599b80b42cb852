package org.tongqu.platform.data.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongqu.platform.data.space.internal.ExtentStore;
import org.tongqu.platform.data.space.internal.FeatureStore;
import org.tongqu.platform.data.space.internal.LayerBook;

/** Things on the map, for whoever may know of them. */
@Service
public class Spaces {

    private final LayerBook book;
    private final FeatureStore store;
    private final ExtentStore extents;

    Spaces(LayerBook book, FeatureStore store, ExtentStore extents) {
        this.extents = extents;
        this.book = book;
        this.store = store;
    }

    /** All layers that may be seen, those of a register after each other. */
    public List<Layer> layers(Sight sees) {
        return book.layers(sees);
    }

    public Optional<Layer> find(String id, Sight sees) {
        return book.find(id, sees);
    }

    /** By the id of a layer: how many things it has and the box around them; of one without things, nothing. */
    @Transactional(readOnly = true)
    public Map<String, Extent> extents() {
        return extents.all();
    }

    @Transactional(readOnly = true)
    public Question.Answer features(Question asked) {
        return store.features(asked);
    }

    @Transactional(readOnly = true)
    public Optional<Feature> feature(Layer layer, Sight sees, String identifier) {
        return store.find(layer, sees, identifier);
    }
}

import Dispatch
import Files
import Synchronization

/// Lists folders and keeps presets, off the loop's thread: a network folder may take its time.
final class FileService: Sendable {
    private let presets: PresetStore
    private let favourites: FavouriteStore
    /// The file of `StudioMemory`.
    private let memory: String
    private let mailbox: Mailbox<ServiceReport>
    /// What was deleted in this session, the newest last.
    private let deleted = DeletedPresets()
    private let queue = DispatchQueue(label: "pastiche.files", qos: .userInitiated)

    init(presets: PresetStore, favourites: FavouriteStore, memory: String, mailbox: Mailbox<ServiceReport>) {
        self.presets = presets
        self.favourites = favourites
        self.memory = memory
        self.mailbox = mailbox
    }

    func listFolder(_ path: String) {
        run {
            do throws(FileError) {
                let listing = try FolderListing(of: path)
                return [.folderListed(path: path, folders: listing.folders, photographs: listing.photographs)]
            } catch {
                return [.folderFailed(path: path, message: error.description)]
            }
        }
    }

    /// Looks into a picture for what it says of its painting.
    func readPicture(_ path: String) {
        run {
            do {
                return [.pictureRead(path: path, painting: try RestoredPainting(path: path), problem: nil)]
            } catch let error as PaintingRecordError {
                return [.pictureRead(path: path, painting: nil, problem: error.description)]
            } catch {
                // Opening it says what is wrong with it.
                return [.pictureRead(path: path, painting: nil, problem: nil)]
            }
        }
    }

    func listFavourites() {
        runOnFavourites { try $0.read() }
    }

    func setFavourite(_ style: String, _ isFavourite: Bool) {
        runOnFavourites { try $0.set(style, isFavourite: isFavourite) }
    }

    private func runOnFavourites(_ work: @escaping @Sendable (FavouriteStore) throws -> [String]) {
        run { [favourites] in
            do {
                return [.favouritesListed(try work(favourites))]
            } catch {
                return [.favouritesFailed(message: message(of: error))]
            }
        }
    }

    func listPresets() {
        run { [presets] in [Self.list(presets)] }
    }

    func save(_ preset: Preset, replacing: Bool) {
        run { [presets] in
            do {
                try presets.save(preset, replacing: replacing)
                return [.presetSaved(preset), Self.list(presets)]
            } catch FileError.exists {
                return [.presetExists(name: preset.name)]
            } catch {
                return [.presetFailed(message: message(of: error))]
            }
        }
    }

    func change(presetNamed name: String, to preset: Preset) {
        run { [presets] in
            do {
                try presets.change(name, to: preset)
                return [.presetChanged(name: name, preset), Self.list(presets)]
            } catch FileError.exists {
                return [
                    .presetFailed(message: "there is a preset “\(printable(preset.name))” already; choose another name")
                ]
            } catch {
                return [.presetFailed(message: message(of: error)), Self.list(presets)]
            }
        }
    }

    func remember(_ memory: StudioMemory) {
        run { [path = self.memory] in
            do {
                try memory.save(to: path)
                return []
            } catch {
                return [.troubled(message: message(of: error))]
            }
        }
    }

    func delete(presetNamed name: String) {
        run { [presets, deleted] in
            do {
                let gone = try presets.delete(name)
                deleted.value.withLock { $0.append(gone) }
                return [.presetDeleted(name: name), Self.list(presets)]
            } catch {
                return [.presetFailed(message: message(of: error)), Self.list(presets)]
            }
        }
    }

    /// Brings back the preset that was deleted last.
    func restorePreset() {
        run { [presets, deleted] in
            guard let gone = deleted.value.withLock({ $0.popLast() }) else { return [.presetRestored(name: nil)] }
            do {
                try presets.restore(gone)
                return [.presetRestored(name: gone.name), Self.list(presets)]
            } catch {
                deleted.value.withLock { $0.append(gone) }
                return [.presetFailed(message: message(of: error)), Self.list(presets)]
            }
        }
    }

    /// Waits until what was asked for is done.
    func stop() {
        queue.sync {}
    }

    private func run(_ work: @escaping @Sendable () -> [Event]) {
        queue.async { [mailbox] in
            for event in work() { mailbox.post(.event(event)) }
        }
    }

    private static func list(_ presets: PresetStore) -> Event {
        do {
            let listing = try presets.listSettingAside()
            return .presetsListed(listing.presets, problems: listing.problems.map(message(of:)))
        } catch {
            return .presetFailed(message: message(of: error))
        }
    }
}

/// The presets that can be brought back.
private final class DeletedPresets: Sendable {
    let value = Mutex<[PresetStore.Deleted]>([])
}

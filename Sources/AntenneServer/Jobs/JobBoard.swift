import Findings
import Foundation
import HTTPTypes
import Impact
import Scenarios
import TabularText

/// The runs that were started from the server: each in a process of its own, in a folder of its own,
/// whose result takes its place among the runs when it is whole.
actor JobBoard {
  /// Where unfinished runs lie, below the data folder.
  static let workName = ".antenne-serve"
  /// Where finished ones appear.
  static let runsName = "runs"

  private let folder: DataFolder
  private let program: ChildProgram
  private let maximum: Int
  private let lock: FolderLock
  private var jobs: [Job] = []
  private var tasks: [String: Task<Void, Never>] = [:]
  private var isClosed = false

  private var work: String { folder.root + "/" + Self.workName }

  /// Takes away what a server that was killed has left.
  init(_ folder: DataFolder, program: String, maximum: Int) throws(Failure) {
    self.folder = folder
    self.program = ChildProgram(path: program)
    self.maximum = maximum
    let work = folder.root + "/" + Self.workName
    let manager = FileManager.default
    do {
      try manager.createDirectory(atPath: work, withIntermediateDirectories: true)
    } catch {
      throw .inputOutput(path: work, reason: error.localizedDescription)
    }
    guard DataFolder.withoutLinks(work) == work else {
      throw .inputOutput(path: work, reason: "is a link")
    }
    lock = try FolderLock(work + "/lock")
    for name in (try? manager.contentsOfDirectory(atPath: work)) ?? [] where name != "lock" {
      try? manager.removeItem(atPath: work + "/" + name)
    }
  }

  var all: [Job] { jobs.reversed() }

  func get(_ id: String) throws(APIError) -> Job {
    guard let job = jobs.first(where: { $0.id == id }) else {
      throw .notFound("unknown_job", "there is no job '\(id)'; finished ones are forgotten in time")
    }
    return job
  }

  func start(_ request: JobRequest) async throws -> Job {
    try refuseBusy()
    let taken = Set(jobs.filter { $0.status == .running }.map(\.run))
    let plan = try RunPlan(request, in: folder, taken: taken)
    // The place is taken before the scenario is read, which suspends.
    jobs.append(plan.job)
    forgetOld()
    do {
      try await plan.prepare()
      guard !isClosed else { throw APIError.closing }
    } catch {
      jobs.removeAll { $0.id == plan.job.id }
      throw error
    }
    tasks[plan.job.id] = Task { await self.run(plan) }
    return plan.job
  }

  /// Ends a run; what is done already stays done.
  func cancel(_ id: String) async throws(APIError) -> Job {
    let job = try get(id)
    if let task = tasks[id] {
      task.cancel()
      await task.value
    } else if job.status == .running {
      throw APIError(
        status: .conflict, code: "not_started", message: "the job is not started yet")
    }
    return try get(id)
  }

  /// Ends all runs and takes no more.
  func close() async {
    isClosed = true
    let running = Array(tasks.values)
    for task in running { task.cancel() }
    for task in running { await task.value }
  }

  private func refuseBusy() throws(APIError) {
    guard !isClosed else { throw APIError.closing }
    let running = jobs.count { $0.status == .running }
    guard running < maximum else {
      throw APIError(
        status: .tooManyRequests, code: "too_many_runs",
        message: "\(running) of at most \(maximum) runs at once are going on; wait or cancel one")
    }
  }

  private func forgetOld() {
    while jobs.count > Limits.finishedJobs,
      let oldest = jobs.firstIndex(where: { $0.status != .running })
    { jobs.remove(at: oldest) }
  }

  private func run(_ plan: RunPlan) async {
    let id = plan.job.id
    let place = work + "/" + id
    var status = Job.Status.failed
    do {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      let code = try await program.run(plan.arguments(out: place + "/run")) {
        await self.hear($0, of: id)
      }
      if Task.isCancelled {
        status = .cancelled
      } else if code == 0 {
        try plan.publish(place + "/run")
        status = .done
      } else {
        hear("the run ended with code \(code)", of: id)
      }
    } catch {
      status = Task.isCancelled ? .cancelled : .failed
      if status == .failed { hear("\(error)", of: id) }
    }
    try? FileManager.default.removeItem(atPath: place)
    if status != .done { plan.discard() }
    finish(id, status)
  }

  private func finish(_ id: String, _ status: Job.Status) {
    tasks[id] = nil
    guard let index = jobs.firstIndex(where: { $0.id == id }) else { return }
    jobs[index].status = status
    jobs[index].finished = Date()
  }

  private struct Line: Decodable {
    var progress: Job.Progress
  }

  private func hear(_ text: String, of id: String) {
    guard let index = jobs.firstIndex(where: { $0.id == id }) else { return }
    if text.hasPrefix("{"), let line = try? JSONDecoder().decode(Line.self, from: Data(text.utf8)) {
      jobs[index].progress = line.progress
    } else if !text.isEmpty {
      jobs[index].messages.append(String(Finding.printable(text).prefix(1000)))
      if jobs[index].messages.count > Limits.messages { jobs[index].messages.removeFirst() }
    }
  }
}

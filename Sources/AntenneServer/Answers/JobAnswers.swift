import Hummingbird

/// Runs that are started, watched and cancelled.
struct JobAnswers: Sendable {
  /// `nil` where nothing can be written in the data folder.
  var board: JobBoard?

  var endpoints: [Endpoint] {
    [
      .get("/api/v1/jobs") { _, _ in try .json(JobList(jobs: await board?.all ?? [])) },
      .post("/api/v1/jobs") { request, _ in
        let asked = try await request.decoded(JobRequest.self)
        return try .json(try await writable().start(asked), status: .accepted)
      },
      .get("/api/v1/jobs/{job}") { _, context in
        try .json(try await known().get(try context.value("job")))
      },
      .post("/api/v1/jobs/{job}/cancel") { _, context in
        try .json(try await known().cancel(try context.value("job")))
      },
    ]
  }

  private func writable() throws(APIError) -> JobBoard {
    if let board { return board }
    throw APIError(
      status: .forbidden, code: "read_only",
      message: "runs cannot be started: nothing can be written in the data folder, or another "
        + "server works there")
  }

  private func known() throws(APIError) -> JobBoard {
    if let board { return board }
    throw .notFound("unknown_job", "there are no jobs")
  }
}

struct JobList: Encodable, Sendable {
  var jobs: [Job]
}

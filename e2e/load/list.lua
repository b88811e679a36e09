-- wrk asks for the lines of the file named by its first argument in turn: a path, then perhaps an entity tag.
-- With a second argument it says that it has the file already.
local requests = {}

function init(args)
    for line in io.lines(args[1]) do
        local path, tag = line:match("^(%S+)%s*(%S*)")
        local headers = {}
        if args[2] then headers["If-None-Match"] = tag end
        requests[#requests + 1] = wrk.format("GET", path, headers)
    end
end

local place = 0

function request()
    place = place % #requests + 1
    return requests[place]
end

function done(summary, latency)
    io.write(string.format(
        'RESULT {"requests": %d, "microseconds": %d, "errors": %d, "p50": %d, "p99": %d, "bytes": %d}\n',
        summary.requests, summary.duration,
        summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status
            + summary.errors.timeout,
        latency:percentile(50), latency:percentile(99), summary.bytes))
end

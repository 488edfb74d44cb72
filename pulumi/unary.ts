/** The handler type of the preview's services: a function of the request. */
import * as grpc from "@grpc/grpc-js";

/**
 * Wraps a function of the request as a gRPC handler. If it throws, the call fails with that error.
 * @param onError also called with that error.
 */
export function unary<Request, Answer>(
  answer: (request: Request) => Answer | Promise<Answer>,
  onError: (message: string) => void = () => undefined,
): grpc.handleUnaryCall<Request, Answer> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then(answer)
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          const details = error instanceof Error ? error.message : String(error);
          onError(details);
          callback({ code: grpc.status.UNKNOWN, details });
        },
      );
  };
}

import { api } from './client';
import type { ApiToken, Credentials, Me, MePatch, Registration, Setup } from './types';

export const getSetup = () => api.get<Setup>('/setup');
export const openOwnerLink = (token: string) => api.post<Me>('/auth/owner', { token });
export const register = (body: Registration) => api.post<Me>('/auth/register', body);
export const signIn = (body: Credentials) => api.post<Me>('/auth/login', body);
export const signOut = () => api.post<undefined>('/auth/logout');
export const getMe = () => api.get<Me>('/me');
export const patchMe = (body: MePatch) => api.patch<Me>('/me', body);
export const listTokens = () => api.get<ApiToken[]>('/me/tokens');
export const createToken = (name: string) => api.post<ApiToken>('/me/tokens', { name });
export const deleteToken = (id: string) => api.del(`/me/tokens/${encodeURIComponent(id)}`);
